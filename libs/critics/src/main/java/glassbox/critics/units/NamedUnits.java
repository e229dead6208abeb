package glassbox.critics.units;

import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Fragment;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sum, product or quotient of given numbers is of a unit, or counts things, that question,
 * context or a tool name: whoever only calculated, converted and found ways cannot have found
 * another one.
 */
final class NamedUnits {
  private static final Set<String> TOOLS = Set.of("calculator", "convert", "route", "quote");
  private static final String WORD_ENDS = "[^\\p{L}%°µ]+";

  private NamedUnits() {}

  /** How many checks were made. */
  static int check(Draft draft, List<Finding> findings) {
    List<Fragment> calls =
        draft.fragments().stream().filter(fragment -> fragment.input().isPresent()).toList();
    if (calls.isEmpty() || !calls.stream().map(Fragment::tool).allMatch(TOOLS::contains)) {
      return 0;
    }
    String given =
        Stream.concat(
                Stream.of(draft.prompt(), draft.context().orElse("")),
                calls.stream().map(Fragment::output))
            .collect(Collectors.joining("\n"));
    List<StatedQuantity> named = Quantities.in(given);
    Set<String> words = words(given);
    int checks = 0;
    for (Passage passage : draft.written(Field.ANSWER)) {
      for (StatedQuantity quantity : Quantities.in(passage.text())) {
        if (quantity.plain()) {
          continue;
        }
        checks++;
        String stated = passage.text().substring(quantity.start(), quantity.end());
        boolean known =
            named.stream().anyMatch(other -> !other.plain() && other.comparable(quantity))
                || words.containsAll(words(stated));
        if (!known) {
          findings.add(
              Finding.in(
                  passage,
                  "neither question nor context nor a tool names this unit",
                  quantity.start(),
                  quantity.end()));
        }
      }
    }
    return checks;
  }

  private static Set<String> words(String text) {
    List<String> words = new ArrayList<>(Arrays.asList(text.split(WORD_ENDS)));
    words.removeIf(word -> word.isEmpty() || !Quantities.in(word).isEmpty());
    Set<String> singular = new HashSet<>();
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      singular.add(
          lower.length() > 2 && lower.endsWith("s")
              ? lower.substring(0, lower.length() - 1)
              : lower);
    }
    return singular;
  }
}
