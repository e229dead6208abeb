package glassbox.lab.world.grading;

import glassbox.lab.world.task.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Looks for the accepted and the wrong forms as whole words, the longest first, so that "not found"
 * is not taken for "found".
 */
final class ChoiceGrader {

  private ChoiceGrader() {}

  private record Form(String words, boolean right) {}

  static Grade grade(Reference.Choice reference, String answer) {
    String left = words(answer);
    var named = new ArrayList<Form>();
    for (Form form : forms(reference)) {
      String without = left.replace(form.words(), " | ");
      if (!without.equals(left)) {
        named.add(form);
        left = without;
      }
    }
    List<Form> wrong = named.stream().filter(form -> !form.right()).toList();
    if (!wrong.isEmpty()) {
      return Grade.wrong("names" + wrong.getFirst().words());
    }
    return named.isEmpty()
        ? Grade.wrong("does not name " + reference.text())
        : Grade.right("names" + named.getFirst().words());
  }

  private static List<Form> forms(Reference.Choice reference) {
    return Stream.concat(
            reference.accepted().stream().map(form -> new Form(words(form), true)),
            reference.wrong().stream().map(form -> new Form(words(form), false)))
        .sorted(Comparator.comparing((Form form) -> -form.words().length()))
        .toList();
  }

  /** Lower case, signs as blanks, a blank at both ends of every word. */
  private static String words(String text) {
    return " "
        + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip().replace(" ", "  ")
        + " ";
  }
}
