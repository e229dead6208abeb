package glassbox.esi.orchestration;

import glassbox.esi.config.PassLimits;
import glassbox.esi.decoding.Finish;
import glassbox.esi.decoding.Forced;
import glassbox.esi.decoding.Marks;
import glassbox.esi.decoding.Segment;
import glassbox.esi.field.Field;
import glassbox.esi.run.Stage;
import glassbox.esi.trace.TraceField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes fields that the sheet lacks, in their order. Each method names the first field that was
 * not written after all.
 */
final class Writer {

  private static final Set<String> UNMARKED_STOPS = Set.of(Marks.RESULT, Marks.DONE);

  private final Sheet sheet;
  private final PassRunner passes;
  private final ToolDesk tools;
  private final PassLimits limits;

  Writer(Sheet sheet, PassRunner passes, ToolDesk tools, PassLimits limits) {
    this.sheet = sheet;
    this.passes = passes;
    this.tools = tools;
    this.limits = limits;
  }

  /** [Given] and [Plan]. */
  Optional<Field> outline(Stage stage, Optional<String> instruction) {
    List<Field> fields = lacking(EnumSet.of(Field.GIVEN, Field.PLAN));
    var segments = new ArrayList<Segment>();
    int room = passes.room();
    for (Field field : fields) {
      int most = Math.min(limits.outline(), room);
      segments.add(new Segment(sheet.scaffold.begin(field), Marks.stops(), most));
      room -= most;
    }
    if (!segments.isEmpty()) {
      passes.run(stage, segments, instruction);
    }
    return fields.stream().filter(sheet::blank).findFirst();
  }

  /** [Compute] with its calls; without fields, the whole answer. */
  Optional<Field> compute(Stage stage, Optional<String> instruction) {
    boolean fields = sheet.scaffold.fields();
    Field field = fields ? Field.COMPUTE : Field.ANSWER;
    List<Forced> forced = fields && !sheet.has(field) ? sheet.scaffold.begin(field) : List.of();
    Set<String> stops = fields ? Marks.stops() : UNMARKED_STOPS;
    int left = fields ? limits.draft() : limits.draft() + limits.answer();
    tools.begin(limits.toolCalls());
    PassRunner.Outcome outcome;
    Optional<String> call;
    do {
      var segment = new Segment(forced, stops, Math.min(left, passes.room()));
      outcome = passes.run(stage, List.of(segment), instruction);
      left = Math.max(0, left - outcome.drawn());
      call = stoppedAt(outcome.finish(), Marks.RESULT) ? sheet.transcript.openCall() : none();
      forced = call.map(text -> tools.answer(text, stage)).orElse(List.of());
    } while (call.isPresent());
    boolean cutShort = !fields && outcome.finish() instanceof Finish.Limit;
    return sheet.blank(field) || cutShort ? Optional.of(field) : none();
  }

  /**
   * [Checks] and [Trace].
   *
   * @param written ids that an earlier [Trace] of this run named: they are read-only, so the server
   *     writes the field with them
   */
  Optional<Field> checks(Stage stage, Optional<String> instruction, List<String> written) {
    var segments = new ArrayList<Segment>();
    int most = Math.min(limits.verify(), passes.room());
    for (Field field : lacking(EnumSet.of(Field.CHECKS, Field.TRACE))) {
      Optional<String> listing =
          field == Field.TRACE && stage == Stage.REPAIR
              ? TraceField.listing(sheet.trace, written, sheet.transcript.standing())
              : none();
      var forced = new ArrayList<>(sheet.scaffold.begin(field));
      listing.ifPresent(text -> forced.add(new Forced.Text(" " + text)));
      segments.add(new Segment(forced, Marks.stops(), listing.isPresent() ? 0 : most));
    }
    if (!segments.isEmpty()) {
      passes.run(stage, segments, instruction);
    }
    return sheet.blank(Field.CHECKS) ? Optional.of(Field.CHECKS) : none();
  }

  /**
   * [Answer]; one that was cut short is none.
   *
   * @throws IllegalStateException when the checks did not pass
   */
  Optional<Field> answer(Stage stage, Optional<String> instruction) {
    if (!sheet.checksPassed) {
      throw new IllegalStateException("[Answer] before its checks passed");
    }
    int most = Math.min(limits.answer(), passes.room());
    var segment = new Segment(sheet.scaffold.begin(Field.ANSWER), Marks.stops(), most);
    PassRunner.Outcome outcome = passes.run(stage, List.of(segment), instruction);
    boolean whole = !(outcome.finish() instanceof Finish.Limit) && !sheet.blank(Field.ANSWER);
    return whole ? none() : Optional.of(Field.ANSWER);
  }

  private List<Field> lacking(Set<Field> fields) {
    return fields.stream().filter(field -> !sheet.has(field)).toList();
  }

  private static boolean stoppedAt(Finish finish, String mark) {
    return finish instanceof Finish.Stopped(String drawn) && drawn.equals(mark);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
