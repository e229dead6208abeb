package glassbox.lab.world.grading;

import glassbox.lab.world.task.Reference;
import java.util.List;
import java.util.Set;

/**
 * Compares every number of the answer that could be meant: all must have the right value, in
 * whatever unit of the dimension. Numbers repeated from the prompt are not taken for answers.
 */
final class QuantityGrader {

  /** What is counted: a bare number says as much. */
  private static final Set<String> COUNTED = Set.of("pens", "bolts", "cups", "coins", "seeds");

  private QuantityGrader() {}

  static Grade grade(Reference.Quantity reference, String prompt, String answer) {
    Measured wanted = Measured.of(reference.number(), reference.unit());
    List<Measured> asked = Measured.in(prompt);
    List<Measured> meant =
        Measured.in(answer).stream()
            .filter(found -> fits(found, wanted))
            .filter(found -> found.sameValue(wanted) || !repeats(found, asked))
            .toList();
    if (meant.isEmpty()) {
      return Grade.wrong("gives no number in " + unit(reference));
    }
    return meant.stream().allMatch(found -> found.sameValue(wanted))
        ? Grade.right("gives " + reference.text())
        : Grade.wrong("gives another value than " + reference.text());
  }

  private static boolean fits(Measured found, Measured wanted) {
    return found.kind().equals(wanted.kind())
        || (found.kind().isEmpty() && COUNTED.contains(wanted.kind()));
  }

  private static boolean repeats(Measured found, List<Measured> asked) {
    return asked.stream()
        .anyMatch(given -> given.kind().equals(found.kind()) && given.sameValue(found));
  }

  private static String unit(Reference.Quantity reference) {
    return reference.unit().isEmpty() ? "the answer" : reference.unit();
  }
}
