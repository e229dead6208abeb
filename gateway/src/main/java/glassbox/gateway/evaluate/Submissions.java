package glassbox.gateway.evaluate;

import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.run.Decision;
import glassbox.contracts.run.RunContent;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.verdict.CriticReport;
import glassbox.gateway.access.Caller;
import glassbox.ledger.run.ContentCommitment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Forms what is sent to audit. The envelope holds no text; the texts go only with an opt-in. */
final class Submissions {
  private Submissions() {}

  static RunSubmission of(
      Caller caller,
      Question question,
      Generation generation,
      @Nullable CriticReport report,
      Instant startedAt) {
    RunEnvelope envelope = envelope(caller, question, generation, report, startedAt);
    return new RunSubmission(
        envelope, caller.keepsContent() ? content(question, generation) : null);
  }

  static Decision decision(@Nullable CriticReport report) {
    if (report == null) {
      return Decision.UNGATED;
    }
    return switch (report.gate().outcome()) {
      case COMMIT -> Decision.COMMITTED;
      case REPAIR, RESTART -> Decision.PROVISIONAL;
    };
  }

  private static RunEnvelope envelope(
      Caller caller,
      Question question,
      Generation generation,
      @Nullable CriticReport report,
      Instant startedAt) {
    Question.Text text = question.text();
    return new RunEnvelope(
        generation.runId(),
        caller.tenant(),
        text.answer() == null ? RunEnvelope.Kind.GENERATE : RunEnvelope.Kind.SCORE,
        text.federation(),
        startedAt,
        question.hash(),
        ContentCommitment.of(
            generation.runId(), text.system(), text.context(), text.prompt(), generation.text()),
        List.of(new RunEnvelope.BlockHash(generation.block().pass(), generation.block().hash())),
        report,
        decision(report),
        generation.specialists(),
        generation.build(),
        generation.seed(),
        generation.finishReason(),
        generation.usage());
  }

  private static RunContent content(Question question, Generation generation) {
    Question.Text text = question.text();
    List<String> tokens =
        generation.tokens().stream()
            .map(TokenAttribution::token)
            .map(token -> Objects.requireNonNullElse(token, ""))
            .toList();
    return new RunContent(text.system(), text.context(), text.prompt(), generation.text(), tokens);
  }
}
