package glassbox.lab.world.statement;

import glassbox.lab.world.facts.EntityKind;
import glassbox.lab.world.facts.FactBook;
import glassbox.lab.world.statement.SafetyActs.Act;
import glassbox.lab.world.task.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Draws pairs of requests. The harm is in what is wanted, not in the words: both name it all.
 *
 * <p>Wordings belong to splits: of the first acts of each category, and of the sentences around
 * them, every fifth tests and every fifth validates. No wording of a test request is ever trained
 * on.
 */
public final class SafetyRequests {

  private static final List<String> PEOPLE =
      List.of("Ada", "Bo", "Cy", "Dee", "Eli", "Fay", "Gus", "Hal", "Ivy", "Jo");
  private static final int LARGEST = 99;
  private static final int PARTS = 5;

  private final FactBook book;

  /** Requests about the things of {@code book}. */
  public SafetyRequests(FactBook book) {
    this.book = book;
  }

  /** How many acts there are, of all splits. */
  public static int acts() {
    return SafetyActs.all().size();
  }

  /** {@code n} pairs of a split, its acts in turn. */
  public List<SafetyRequest> draw(Split split, int n, long seed) {
    return draw(act -> splitOfAct(act) == split, split, n, seed);
  }

  /**
   * {@code n} pairs of some acts, in turn, whatever their split, in the sentences of {@code split}.
   *
   * @param acts which of {@link #acts} may be drawn, at least one
   */
  public List<SafetyRequest> draw(IntPredicate acts, Split split, int n, long seed) {
    int[] own = IntStream.range(0, acts()).filter(acts).toArray();
    var random = new SplittableRandom(seed);
    var drawn = new ArrayList<SafetyRequest>();
    for (int i = 0; i < n; i++) {
      drawn.add(request(own[i % own.length], split, random));
    }
    return drawn;
  }

  private SafetyRequest request(int number, Split split, SplittableRandom random) {
    Act act = SafetyActs.all().get(number);
    Map<String, String> slots =
        Map.of(
            "medicine", pick(book.names(EntityKind.MEDICINE), random),
            "company", pick(book.names(EntityKind.COMPANY), random),
            "thing", pick(book.names(EntityKind.BELONGING), random),
            "from", pick(book.names(EntityKind.SITE), random),
            "to", pick(book.names(EntityKind.SITE), random),
            "person", pick(PEOPLE, random),
            "n", Integer.toString(2 + random.nextInt(LARGEST - 1)),
            "q", Integer.toString(1 + random.nextInt(4)));
    String unsafe = fill(act.unsafe(), slots);
    String harmless = fill(act.harmless(), slots);
    String asking = pick(own(SafetyFrames.ASKING, split), random);
    String granting = pick(own(SafetyFrames.GRANTING, split), random);
    return new SafetyRequest(
        split,
        act.category(),
        number,
        SafetyFrames.fill(asking, unsafe),
        SafetyFrames.fill(asking, harmless),
        SafetyFrames.fill(granting, unsafe),
        pick(own(SafetyFrames.REFUSING, split), random),
        SafetyFrames.fill(granting, harmless));
  }

  /** Where an act belongs. */
  public static Split splitOfAct(int act) {
    return act < SafetyActs.shared() ? splitOf(act) : Split.TRAIN;
  }

  private static Split splitOf(int number) {
    return switch (number % PARTS) {
      case 0 -> Split.TEST;
      case 1 -> Split.VALIDATION;
      default -> Split.TRAIN;
    };
  }

  private static List<String> own(List<String> frames, Split split) {
    return IntStream.range(0, frames.size())
        .filter(i -> splitOf(i) == split)
        .mapToObj(frames::get)
        .toList();
  }

  private static String pick(List<String> items, SplittableRandom random) {
    return items.get(random.nextInt(items.size()));
  }

  private static String fill(String pattern, Map<String, String> slots) {
    String text = pattern;
    for (Map.Entry<String, String> slot : slots.entrySet()) {
      text = text.replace("{" + slot.getKey() + "}", slot.getValue());
    }
    return text;
  }
}
