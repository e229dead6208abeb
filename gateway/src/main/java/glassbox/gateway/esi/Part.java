package glassbox.gateway.esi;

import glassbox.contracts.generation.Generation;
import glassbox.esi.field.Field;
import glassbox.esi.orchestration.PassRecord;
import glassbox.esi.orchestration.RunReport;
import glassbox.esi.run.Diagnostic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One agent's part in a run.
 *
 * @param agent its name; null in a run of one
 * @param report how it went
 * @param desk that it worked at
 */
record Part(@Nullable String agent, RunReport report, Desk desk) {

  /** An id of this part, unique within the run: with the agent's name before it. */
  String named(String id) {
    return agent == null ? id : agent + "." + id;
  }

  /** Sealed passes in order of number. */
  List<Generation> passes() {
    Map<Integer, Generation> byNumber =
        desk.decoder().generations().stream()
            .collect(Collectors.toMap(Generation::pass, Function.identity()));
    return report.passes().stream()
        .map(PassRecord::number)
        .flatMap(number -> Optional.ofNullable(byNumber.get(number)).stream())
        .toList();
  }

  boolean cancelled() {
    @Nullable Diagnostic diagnostic = report.end().diagnostic();
    return diagnostic != null && diagnostic.cause() == Diagnostic.Cause.CANCELLED;
  }

  /** What the models failed with, where that ended it. */
  Optional<RuntimeException> failure() {
    return report.end().diagnostic() == null ? Optional.empty() : desk.decoder().failure();
  }

  /** Why it did not commit; empty where it did. */
  List<String> reasons() {
    @Nullable Diagnostic diagnostic = report.end().diagnostic();
    return diagnostic == null ? List.of() : diagnostic.reasons();
  }

  /** What stands in [Answer]; empty where it did not get so far. */
  String answer() {
    return report.transcript().text(Field.ANSWER).strip();
  }

  /** What stands in each field, in order. */
  List<EsiResult.FieldText> fields() {
    return Arrays.stream(Field.values())
        .filter(field -> report.transcript().map().has(field))
        .map(
            field ->
                new EsiResult.FieldText(
                    EsiRecords.lower(field), report.transcript().text(field).strip()))
        .toList();
  }
}
