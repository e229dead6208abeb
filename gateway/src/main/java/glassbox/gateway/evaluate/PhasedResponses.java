package glassbox.gateway.evaluate;

import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.ReconciliationSummary;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.generation.Usage;
import glassbox.contracts.verdict.CriticReport;
import glassbox.contracts.verdict.Scores;
import glassbox.gateway.esi.EsiResult;
import glassbox.gateway.evaluate.EvaluateResponse.AgentView;
import glassbox.gateway.evaluate.EvaluateResponse.Attribution;
import glassbox.gateway.evaluate.EvaluateResponse.AuditRef;
import glassbox.gateway.evaluate.EvaluateResponse.Course;
import glassbox.gateway.evaluate.EvaluateResponse.GenerationDiagnostics;
import glassbox.gateway.evaluate.EvaluateResponse.Outcome;
import glassbox.gateway.evaluate.EvaluateResponse.Xai;
import glassbox.gateway.records.Recorded;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Forms the answer of a run through phases. Tokens and shares are those of the answer's pass. */
final class PhasedResponses {
  private static final String UNHEARD = "not_asked";

  private PhasedResponses() {}

  static EvaluateResponse of(
      Question question, EsiResult result, Outcome outcome, @Nullable Xai xai, Recorded recorded) {
    boolean released = outcome != Outcome.WITHHELD;
    Generation last = result.answering();
    List<TokenAttribution> tokens = released && question.showsTokens() ? last.tokens() : List.of();
    Scores scores = scores(result);
    return new EvaluateResponse(
        last.runId(),
        question.sessionId(),
        released ? result.answer() : null,
        outcome,
        result.passes().stream().anyMatch(Generation::contextTruncated),
        scores.safety(),
        scores.hallucination(),
        gate(result),
        new Attribution(last.shares()),
        tokens,
        reconciliation(result),
        last.certificate(),
        Responses.metadata(question, last),
        diagnostics(question, result),
        xai,
        new AuditRef(
            recorded.hash(),
            recorded.state(),
            result.passes().stream().map(Generation::block).toList()),
        new Course(
            result.record(),
            result.reasons(),
            released ? result.fields() : List.of(),
            result.agents().stream().map(agent -> agent(agent, released)).toList()));
  }

  private static AgentView agent(EsiResult.AgentResult agent, boolean released) {
    return new AgentView(
        agent.agent(),
        agent.committed(),
        released && !agent.answer().isEmpty() ? agent.answer() : null,
        agent.reasons());
  }

  private static Gate gate(EsiResult result) {
    CriticReport report = result.report();
    return report == null
        ? new Gate.Unavailable(Objects.requireNonNullElse(result.silence(), UNHEARD))
        : Gate.judged(report);
  }

  private static Scores scores(EsiResult result) {
    CriticReport report = result.report();
    Scores scores = report == null ? null : report.scores();
    return scores == null ? Scores.unavailable("the critics gave no scores") : scores;
  }

  /** The worst pass's, which is the run's. */
  private static ReconciliationSummary reconciliation(EsiResult result) {
    return result.passes().stream()
        .map(Generation::reconciliation)
        .max(Comparator.comparingDouble(ReconciliationSummary::maxResidual))
        .orElseThrow();
  }

  private static GenerationDiagnostics diagnostics(Question question, EsiResult result) {
    Usage usage = usage(result);
    return new GenerationDiagnostics(
        result.answering().finishReason(),
        usage.promptTokens(),
        usage.completionTokens(),
        question.decoding().seed(),
        question.decoding().temperature(),
        question.decoding().topP(),
        question.decoding().doSample());
  }

  /** Every pass reads the prompt again, as far as it is not kept. */
  static Usage usage(EsiResult result) {
    return new Usage(
        result.passes().stream().mapToInt(pass -> pass.usage().promptTokens()).sum(),
        result.passes().stream().mapToInt(pass -> pass.usage().completionTokens()).sum());
  }

  /** What the caller pays: the prompt once, and all that was written. */
  static long spent(Question question, EsiResult result) {
    long once =
        (long) result.passes().getFirst().usage().promptTokens() + usage(result).completionTokens();
    return result.answering().certificate().certified()
        ? once * (1 + question.legibility().samples())
        : once;
  }
}
