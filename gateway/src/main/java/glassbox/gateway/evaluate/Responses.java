package glassbox.gateway.evaluate;

import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.run.Decision;
import glassbox.contracts.verdict.Scores;
import glassbox.gateway.evaluate.EvaluateResponse.Attribution;
import glassbox.gateway.evaluate.EvaluateResponse.AuditRef;
import glassbox.gateway.evaluate.EvaluateResponse.GenerationDiagnostics;
import glassbox.gateway.evaluate.EvaluateResponse.ModelMetadata;
import glassbox.gateway.evaluate.EvaluateResponse.Outcome;
import glassbox.gateway.evaluate.EvaluateResponse.Xai;
import glassbox.gateway.records.Recorded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Forms the answer, as the release policy allows. */
final class Responses {
  private Responses() {}

  static Outcome outcome(Question question, Decision decision) {
    if (question.release() == Release.COMMITTED && decision != Decision.COMMITTED) {
      return Outcome.WITHHELD;
    }
    return switch (decision) {
      case COMMITTED -> Outcome.COMMITTED;
      case PROVISIONAL -> Outcome.PROVISIONAL;
      case UNGATED -> Outcome.UNGATED;
    };
  }

  static EvaluateResponse of(
      Question question,
      Generation generation,
      Outcome outcome,
      Gate gate,
      Scores scores,
      @Nullable Xai xai,
      Recorded recorded) {
    boolean released = outcome != Outcome.WITHHELD;
    List<TokenAttribution> tokens =
        released && question.showsTokens() ? generation.tokens() : List.of();
    return new EvaluateResponse(
        generation.runId(),
        question.sessionId(),
        released ? generation.text() : null,
        outcome,
        generation.contextTruncated(),
        scores.safety(),
        scores.hallucination(),
        gate,
        new Attribution(generation.shares()),
        tokens,
        generation.reconciliation(),
        generation.certificate(),
        metadata(question, generation),
        diagnostics(question, generation),
        xai,
        new AuditRef(recorded.hash(), recorded.state(), List.of(generation.block())),
        null);
  }

  static ModelMetadata metadata(Question question, Generation generation) {
    return new ModelMetadata(
        question.text().federation(), generation.specialists(), generation.build());
  }

  private static GenerationDiagnostics diagnostics(Question question, Generation generation) {
    return new GenerationDiagnostics(
        generation.finishReason(),
        generation.usage().promptTokens(),
        generation.usage().completionTokens(),
        generation.seed(),
        question.decoding().temperature(),
        question.decoding().topP(),
        question.decoding().doSample());
  }
}
