package glassbox.esi.orchestration;

import glassbox.esi.field.Field;
import glassbox.esi.heat.HeatSchedule;
import glassbox.esi.judging.Phase;
import glassbox.esi.parameter.Observation;
import glassbox.esi.parameter.ParameterChange;
import glassbox.esi.run.RunState;
import glassbox.esi.trace.Trace;
import glassbox.esi.transcript.Transcript;
import glassbox.esi.volatility.Volatility;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A run as it went, for its record.
 *
 * @param runId of the run
 * @param domain whose profile was used
 * @param configurationHash of the configuration
 * @param volatility of the task
 * @param starch share of the window that structure was allowed
 * @param starchTokens the same in tokens
 * @param scaffoldTokens structural tokens that stand in the transcript
 * @param schedule at its start
 * @param fragmentsPerClaim independent fragments that its claims needed
 * @param end the last state: committed or failed, with the diagnostic
 * @param history states it went through, in order
 * @param passes in order
 * @param judgements in order
 * @param changes of parameters within the run
 * @param transcript the answer's side
 * @param trace evidence and claims
 * @param costs where its time went
 */
public record RunReport(
    UUID runId,
    String domain,
    String configurationHash,
    Volatility volatility,
    double starch,
    int starchTokens,
    int scaffoldTokens,
    HeatSchedule schedule,
    int fragmentsPerClaim,
    RunState end,
    List<StageRecord> history,
    List<PassRecord> passes,
    List<Judgement> judgements,
    List<ParameterChange> changes,
    Transcript transcript,
    Trace trace,
    Costs costs) {
  public RunReport {
    history = List.copyOf(history);
    passes = List.copyOf(passes);
    judgements = List.copyOf(judgements);
    changes = List.copyOf(changes);
  }

  /** The answer that may go out; empty unless the run committed. */
  public Optional<String> answer() {
    return end.committed() ? Optional.of(transcript.said(Field.ANSWER).strip()) : Optional.empty();
  }

  /** The last ruling on an answer, or on the checks where no answer was judged. */
  public Optional<Judgement> lastJudgement() {
    return judgements.isEmpty() ? Optional.empty() : Optional.of(judgements.getLast());
  }

  /** What controllers learn from it; empty where no answer was judged. */
  public Optional<Observation> observation() {
    return judgements.stream()
        .filter(judgement -> judgement.phase() == Phase.ANSWER)
        .reduce((first, second) -> second)
        .map(
            last ->
                new Observation(
                    last.csa(), last.chi(), trace.redundancy(), fragmentsPerClaim, costs.share()));
  }
}
