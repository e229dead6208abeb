package glassbox.critics.tool.argument;

import glassbox.critics.Draft;
import glassbox.critics.Fragment;
import glassbox.critics.Material.Document;
import glassbox.critics.quantity.Figures;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a call may take its arguments from: what was given, and what earlier calls gave. */
public final class Sources {
  private static final int MOST_UNITS = 600;
  private static final int LONGEST_UNIT = 3;
  private final String prompt;
  private final StringBuilder given = new StringBuilder();
  private final Figures figures = new Figures();
  private final Set<String> words = new HashSet<>();
  private final List<StatedQuantity> quantities = new ArrayList<>();

  private Sources(String prompt) {
    this.prompt = prompt;
  }

  /** What was given with a draft: its question, context, documents and evidence that is no call. */
  public static Sources given(Draft draft) {
    Sources sources = new Sources(draft.prompt());
    sources.add(draft.prompt());
    draft.context().ifPresent(sources::add);
    draft.material().documents().stream().map(Document::text).forEach(sources::add);
    draft.fragments().stream()
        .filter(fragment -> fragment.input().isEmpty() && !fragment.failed())
        .map(Fragment::output)
        .forEach(sources::add);
    return sources;
  }

  /** One more text. */
  public void add(String text) {
    given.append(text).append('\n');
    figures.add(text);
    words.addAll(Words.of(text));
    quantities.addAll(Quantities.in(text));
  }

  /** The question alone. */
  public String prompt() {
    return prompt;
  }

  /** All texts. */
  public String text() {
    return given.toString();
  }

  public Figures figures() {
    return figures;
  }

  /** Quantities in the order in which they were given. */
  public List<StatedQuantity> quantities() {
    return List.copyOf(quantities);
  }

  /** Whether every word, and every number in it, stands somewhere. */
  public boolean name(String phrase) {
    return Words.of(phrase).stream().allMatch(this::word);
  }

  private boolean word(String word) {
    return words.contains(word)
        || (word.chars().allMatch(Character::isDigit) && figures.holdWritten(word));
  }

  /** Whether a text stands there, word by word. */
  public boolean hold(String text) {
    return Words.hold(given.toString(), text);
  }

  /** Whether a unit is named, in whatever words: {@code kilograms} names {@code kg}. */
  public boolean unit(String unit) {
    if (name(unit)) {
      return true;
    }
    List<StatedQuantity> read = Quantities.in("1 " + unit);
    return read.size() == 1
        && (quantities.stream().anyMatch(read.getFirst()::sameUnit) || spelled(read.getFirst()));
  }

  private boolean spelled(StatedQuantity unit) {
    String[] all = given.toString().split("[\\s,.;:?!()]+");
    for (int from = 0; from < Math.min(all.length, MOST_UNITS); from++) {
      StringBuilder phrase = new StringBuilder("1");
      for (int to = from; to < Math.min(all.length, from + LONGEST_UNIT); to++) {
        phrase.append(' ').append(all[to]);
        List<StatedQuantity> read = Quantities.in(phrase.toString());
        if (read.size() == 1
            && read.getFirst().end() == phrase.length()
            && read.getFirst().sameUnit(unit)) {
          return true;
        }
      }
    }
    return false;
  }
}
