package glassbox.critics.trace;

import glassbox.critics.Draft;
import glassbox.critics.Material.Document;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a claim against what it rests on. Names must stand there; a short claim must share a
 * word with it; where every fragment gives a number, so must the claim, unless a choice was asked
 * for. Code and verdicts such as {@code right} or {@code no} say what stands nowhere.
 */
final class Wording {
  private static final Set<String> VERDICTS =
      Set.of(
          ("yes no true false right wrong correct incorrect valid invalid equal unequal same"
                  + " different possible impossible both neither none")
              .split(" "));
  private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}]+");
  private static final Pattern CHOICE =
      Pattern.compile("(?i)\\b(?:which|who|whom|whose|or|whether|where|when|why|than)\\b");
  private static final Pattern CODE = Pattern.compile("[{};]|=>|->");
  private static final Pattern SENTENCE =
      Pattern.compile(
          "[.!?]\\s*$|\\b(?:is|are|was|were|has|have|had|does|do|did|will|can|may|must|would)\\b");
  private static final int SHORT = 8;
  private final Draft draft;
  private final Set<String> given = new HashSet<>();

  Wording(Draft draft) {
    this.draft = draft;
    given.addAll(Words.of(draft.prompt()));
    draft.context().ifPresent(context -> given.addAll(Words.of(context)));
    draft.material().documents().stream()
        .map(Document::text)
        .forEach(text -> given.addAll(Words.of(text)));
  }

  /**
   * What of a claim has no evidence, if anything.
   *
   * @param called what calls say that support it
   * @param rest what other evidence says
   */
  Optional<String> problem(String claim, List<String> called, List<String> rest) {
    List<String> all = Words.of(claim);
    if (all.isEmpty() || code(claim) || VERDICTS.contains(all.getFirst())) {
      return Optional.empty();
    }
    List<StatedQuantity> stated = Quantities.in(claim);
    if (stated.isEmpty() && numeric(called) && !CHOICE.matcher(draft.prompt()).find()) {
      return Optional.of("it states none of the values that its evidence gives");
    }
    Set<String> known = new HashSet<>(given);
    called.forEach(text -> known.addAll(Words.of(text)));
    rest.forEach(text -> known.addAll(Words.of(text)));
    String words = masked(claim, stated);
    boolean brief = all.size() <= SHORT;
    return name(words, known)
        .or(() -> brief && stated.isEmpty() ? strange(words, known) : Optional.empty());
  }

  /** Whether a text is code. */
  static boolean code(String text) {
    return CODE.matcher(text).find();
  }

  private static Optional<String> name(String words, Set<String> known) {
    boolean sentence = SENTENCE.matcher(words).find();
    Matcher name = NAME.matcher(words);
    while (name.find()) {
      boolean counts = !sentence || !opens(words, name.start());
      String plain = Words.plain(name.group());
      if (counts && !VERDICTS.contains(plain) && !known.contains(plain)) {
        return Optional.of("no support names " + name.group());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> strange(String words, Set<String> known) {
    Set<String> said = Words.content(words);
    Set<String> compared = said.isEmpty() ? new HashSet<>(Words.of(words)) : said;
    return !compared.isEmpty() && compared.stream().noneMatch(known::contains)
        ? Optional.of("no support says this")
        : Optional.empty();
  }

  /** Whether a sentence begins there. */
  private static boolean opens(String text, int at) {
    String before = text.substring(0, at).stripTrailing();
    return before.isEmpty() || ".!?:\"“(".indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  private static boolean numeric(List<String> called) {
    return !called.isEmpty()
        && called.stream()
            .allMatch(
                text -> {
                  List<StatedQuantity> stated = Quantities.in(text);
                  return !stated.isEmpty() && Words.of(masked(text, stated)).isEmpty();
                });
  }

  /** The text with blanks for its quantities. */
  private static String masked(String text, List<StatedQuantity> stated) {
    StringBuilder masked = new StringBuilder(text);
    for (StatedQuantity quantity : stated) {
      for (int i = quantity.start(); i < quantity.end(); i++) {
        masked.setCharAt(i, ' ');
      }
    }
    return masked.toString();
  }
}
