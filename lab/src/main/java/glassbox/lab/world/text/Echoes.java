package glassbox.lab.world.text;

import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.EntityKind;
import glassbox.lab.world.facts.FactBook;
import glassbox.lab.world.facts.Unit;
import glassbox.lab.world.label.LabelledText;
import glassbox.lab.world.label.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Lists to say again, word for word. Small models learn from them in few steps to copy what stands
 * somewhere before, numbers of several tokens above all, which every worked answer needs.
 */
public final class Echoes {

  private static final int MOST_ITEMS = 6;
  private static final int MOST_DIGITS = 5;
  private static final List<String> ASKED =
      List.of("Say again: %s", "Repeat %s", "Copy this: %s", "%s Say that again.");

  private final FactBook book;
  private final RandomGenerator random;

  /**
   * @param book whose names stand in lists
   * @param random chooses everything
   */
  public Echoes(FactBook book, RandomGenerator random) {
    this.book = book;
    this.random = random;
  }

  /** One list and its echo. */
  public LabelledText next() {
    var items = new ArrayList<String>();
    int n = 1 + random.nextInt(MOST_ITEMS);
    for (int i = 0; i < n; i++) {
      items.add(item());
    }
    String list = String.join(pick(List.of("; ", ", ", " and ", " ")), items);
    return LabelledText.dialogue(
        Domain.GENERAL, Phrase.of(pick(ASKED).formatted(list)), Phrase.of(list));
  }

  private String item() {
    return switch (random.nextInt(5)) {
      case 0 -> number();
      case 1 -> number() + pick(List.of("+", "-", "*", "/")) + number();
      case 2 -> pick(book.names(pick(List.of(EntityKind.values()))));
      default -> number() + " " + pick(List.of(Unit.values())).symbol();
    };
  }

  private String number() {
    String number = digits(random, 1, MOST_DIGITS);
    return random.nextInt(5) == 0 && number.length() < MOST_DIGITS
        ? number + '.' + (1 + random.nextInt(9))
        : number;
  }

  /** A whole number of {@code fewest} to {@code most} digits, every length as likely. */
  public static String digits(RandomGenerator random, int fewest, int most) {
    int digits = fewest + random.nextInt(most - fewest + 1);
    var number = new StringBuilder().append(1 + random.nextInt(9));
    for (int i = 1; i < digits; i++) {
      number.append(random.nextInt(10));
    }
    return number.toString();
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
