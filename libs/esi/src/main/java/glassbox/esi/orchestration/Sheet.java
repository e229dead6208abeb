package glassbox.esi.orchestration;

import glassbox.esi.config.RepairRules;
import glassbox.esi.field.Field;
import glassbox.esi.field.Role;
import glassbox.esi.heat.Heat;
import glassbox.esi.heat.HeatSchedule;
import glassbox.esi.run.Stage;
import glassbox.esi.scaffold.Scaffold;
import glassbox.esi.trace.Trace;
import glassbox.esi.trace.TraceField;
import glassbox.esi.transcript.Entry;
import glassbox.esi.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/** What a run has in hand: its text, its evidence, and how the next pass is decoded. */
final class Sheet {

  Transcript transcript = Transcript.EMPTY;
  Trace trace = Trace.EMPTY;
  HeatSchedule schedule;
  Scaffold scaffold = Scaffold.NONE;
  boolean checksPassed;
  private List<Entry> draft = List.of();

  Sheet(HeatSchedule schedule) {
    this.schedule = schedule;
  }

  Heat heat(Stage stage) {
    return switch (stage) {
      case OUTLINE -> schedule.outline();
      case DRAFT -> schedule.draft();
      case VERIFY, REPAIR -> schedule.verify();
      case PREP, JUDGE, COMMIT, FAIL ->
          throw new IllegalStateException("nothing is decoded in " + stage);
    };
  }

  boolean has(Field field) {
    return transcript.map().has(field);
  }

  boolean blank(Field field) {
    return transcript.text(field).isBlank();
  }

  /** Throws away what was written; evidence stays, its ids are never issued twice. */
  void clear() {
    cut(0);
    draft = List.of();
  }

  /** Keeps the first tokens; an answer whose checks went with them must be checked anew. */
  void cut(int tokens) {
    transcript = transcript.upTo(tokens);
    trace = trace.withoutClaims();
    checksPassed &= has(Field.TRACE);
  }

  void drafted() {
    draft = work();
  }

  /** Tokens that chi measures. */
  List<Entry> measured(RepairRules.Entropy entropy) {
    return draft.isEmpty() || entropy == RepairRules.Entropy.SEGMENT ? work() : draft;
  }

  private List<Entry> work() {
    Field field = scaffold.fields() ? Field.COMPUTE : Field.ANSWER;
    return transcript.entries().stream()
        .filter(entry -> entry.field() == field && entry.role() != Role.MARKER)
        .toList();
  }

  /** Ids that the answer rests on, as [Trace] names them; without fields, those that stand. */
  List<String> supports() {
    return scaffold.fields()
        ? TraceField.named(transcript.text(Field.TRACE), trace)
        : transcript.standing();
  }

  /** What the answer claims, a claim a line; before it stands, one claim without words. */
  void claim() {
    List<String> supports = supports();
    trace = trace.withoutClaims();
    var lines = new ArrayList<>(transcript.said(Field.ANSWER).lines().map(String::strip).toList());
    lines.removeIf(String::isEmpty);
    for (String line : lines.isEmpty() ? List.of("") : lines) {
      trace = trace.claim(line, supports);
    }
  }
}
