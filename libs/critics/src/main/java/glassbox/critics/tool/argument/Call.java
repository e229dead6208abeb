package glassbox.critics.tool.argument;

import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Fragment;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A tool call that was made, with what it gave. */
public record Call(String id, String tool, String input, String output, boolean failed) {

  /** The calls of a draft, in order: fragments of tools whose input was kept. */
  public static List<Call> of(Draft draft) {
    return of(draft.fragments());
  }

  /** Those that no repair replaced. */
  public static List<Call> standing(Draft draft) {
    return of(draft.standing());
  }

  private static List<Call> of(List<Fragment> fragments) {
    return fragments.stream()
        .filter(fragment -> fragment.input().isPresent())
        .map(Call::of)
        .toList();
  }

  private static Call of(Fragment fragment) {
    return new Call(
        fragment.id(),
        fragment.tool().strip().toLowerCase(Locale.ROOT),
        fragment.input().orElse("").strip(),
        fragment.output().strip(),
        fragment.failed());
  }

  /** The numbers that it gave, as written, signs left out. */
  public List<Double> gave() {
    return Figures.written(output).stream()
        .map(number -> Double.parseDouble(number.replace(",", "")))
        .toList();
  }

  /** A finding at the place where the model wrote the call, if it was recorded. */
  public Finding finding(Draft draft, String problem) {
    String message = tool + " " + id + ": " + problem;
    Optional<Passage> written =
        draft.calls().stream().filter(passage -> passage.text().contains(input)).findFirst();
    return written.map(p -> Finding.in(p, message)).orElse(Finding.nowhere(message));
  }
}
