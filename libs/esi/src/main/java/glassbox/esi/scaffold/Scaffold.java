package glassbox.esi.scaffold;

import glassbox.esi.decoding.Forced;
import glassbox.esi.field.Field;
import glassbox.esi.scaffold.SlotShares.SlotTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The structure of one run.
 *
 * @param fields whether fields are marked at all; not at a budget of 0
 * @param hints lines that tell an instructed model what each field holds, as many as the budget has
 *     room for; shown with the question
 * @param tokens structural tokens in all: markers and hints
 */
public record Scaffold(boolean fields, Optional<String> hints, int tokens) {

  /** No structure. */
  public static final Scaffold NONE = new Scaffold(false, Optional.empty(), 0);

  /** Markers alone. */
  public static final Scaffold MARKERS =
      new Scaffold(true, Optional.empty(), Field.values().length);

  /**
   * A scaffold within a budget.
   *
   * @param slots of the budget
   * @param hinted whether the model is shown hints
   * @param count tokens of a text
   */
  public static Scaffold of(
      DomainTemplate template, SlotTokens slots, boolean hinted, ToIntFunction<String> count) {
    int budget = slots.structure() + slots.plan() + slots.glue() + slots.trace();
    if (budget == 0) {
      return NONE;
    }
    int markers = Field.values().length;
    var lines = new ArrayList<String>();
    int used = markers;
    if (hinted) {
      used += fill(lines, template, count, slots.plan(), List.of(Field.PLAN));
      used += fill(lines, template, count, slots.glue(), List.of(Field.CHECKS, Field.COMPUTE));
      used += fill(lines, template, count, slots.trace(), List.of(Field.TRACE));
      int rest = Math.max(0, slots.structure() - markers);
      used += fill(lines, template, count, rest, List.of(Field.ANSWER, Field.GIVEN));
    }
    return new Scaffold(
        true, lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines)), used);
  }

  /** What begins a field: its marker. */
  public List<Forced> begin(Field field) {
    return List.of(new Forced.Mark(field.marker()));
  }

  private static int fill(
      List<String> lines,
      DomainTemplate template,
      ToIntFunction<String> count,
      int room,
      List<Field> fields) {
    int used = 0;
    for (Field field : fields) {
      String line = field.name().toLowerCase(Locale.ROOT) + ": " + template.hint(field);
      int tokens = count.applyAsInt(line);
      if (used + tokens <= room) {
        lines.add(line);
        used += tokens;
      }
    }
    return used;
  }
}
