package glassbox.gateway.esi;

import glassbox.contracts.trace.RunTrace;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.orchestration.RunOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run's parts come to for whoever asked. */
final class EsiResults {
  private static final String NOBODY = "no agent's gate opened";

  private EsiResults() {}

  static EsiResult of(
      EsiOrder order, RunOrder run, EsiConfiguration configuration, RunParts parts) {
    Part speaker = parts.speaker();
    RunTrace trace = Traces.of(parts, order.question().federation());
    return new EsiResult(
        parts.committed(),
        parts.answer(),
        parts.answer().isEmpty() && parts.consensus().isPresent() ? List.of() : speaker.fields(),
        parts.all().stream().map(Part::passes).flatMap(List::stream).toList(),
        speaker.passes().getLast(),
        speaker.desk().panel().last(),
        reasons(parts),
        speaker.desk().panel().silence(),
        EsiRecords.of(
            parts, configuration, trace, AgentsRecords.of(order, run, parts, configuration)),
        trace,
        parts.all().stream().flatMap(EsiResults::agent).toList());
  }

  private static List<String> reasons(RunParts parts) {
    List<String> reasons = new ArrayList<>(parts.speaker().reasons());
    if (parts.consensus().isPresent() && !parts.committed()) {
      reasons.addFirst(NOBODY);
    }
    return reasons;
  }

  private static Stream<EsiResult.AgentResult> agent(Part part) {
    @Nullable String agent = part.agent();
    return agent == null
        ? Stream.empty()
        : Stream.of(
            new EsiResult.AgentResult(
                agent, part.report().end().committed(), part.answer(), part.reasons()));
  }
}
