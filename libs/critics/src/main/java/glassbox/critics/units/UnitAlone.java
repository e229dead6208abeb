package glassbox.critics.units;

import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Fragment;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.Figures;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer of one or two words that ends with the unit of what was found, without its number:
 * {@code mg} where the evidence says 45 mg.
 */
final class UnitAlone {
  private static final Pattern WORDS =
      Pattern.compile("(?:([\\p{L}-]{1,24})\\s+)?(\\p{L}{1,24})\\W{0,3}");
  private static final Pattern ASKS_UNIT =
      Pattern.compile(
          "(?i)\\b(?:units?|currency|measured in|what does \\S+ stand for|abbreviation)\\b");
  private static final Pattern WORDED =
      Pattern.compile(
          "(?i)an?|one|the|per|every|each|half|next|last|this|all|some|any|no|more|full|whole|in|by");
  private static final Pattern CALENDAR =
      Pattern.compile("(?i)(?:days?|weeks?|months?|years?|seconds?|minutes?|moments?|stones?)");

  private UnitAlone() {}

  /** Gives how many checks were made. */
  static int check(Draft draft, List<Passage> answers, List<Finding> findings) {
    if (answers.size() != 1 || ASKS_UNIT.matcher(draft.prompt()).find()) {
      return 0;
    }
    String text = answers.getFirst().text().strip();
    Matcher words = WORDS.matcher(text);
    boolean two =
        words.matches()
            && Figures.in(text).values().isEmpty()
            && !CALENDAR.matcher(words.group(2)).matches()
            && (words.group(1) == null || !WORDED.matcher(words.group(1)).matches());
    if (!two) {
      return 0;
    }
    List<StatedQuantity> unit = Quantities.in("1 " + words.group(2));
    boolean alone =
        unit.size() == 1
            && unit.getFirst().measured()
            && found(draft).stream().anyMatch(unit.getFirst()::sameUnit);
    if (alone) {
      findings.add(Finding.in(answers.getFirst(), "a unit without its number"));
    }
    return 1;
  }

  private static List<StatedQuantity> found(Draft draft) {
    List<StatedQuantity> found = new ArrayList<>(Quantities.in(draft.prompt()));
    draft.context().ifPresent(context -> found.addAll(Quantities.in(context)));
    draft.standing().stream().map(Fragment::output).map(Quantities::in).forEach(found::addAll);
    return found;
  }
}
