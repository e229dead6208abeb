package glassbox.gateway.evaluate;

import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.Routing;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.run.Decision;
import glassbox.contracts.run.RunContent;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.verdict.CriticReport;
import glassbox.gateway.access.Caller;
import glassbox.ledger.block.SaltSource;
import glassbox.ledger.run.ContentCommitment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Forms what is sent to audit. The envelope holds no text; the texts go only with an opt-in, and
 * the salt of the envelope's commitments only with the texts.
 */
@Component
final class Submissions {
  private final SaltSource salts;

  Submissions(SaltSource salts) {
    this.salts = salts;
  }

  RunSubmission of(
      Caller caller,
      Question question,
      Generation generation,
      @Nullable CriticReport report,
      Instant startedAt) {
    RunContent content = content(salts.next(), question, generation);
    RunEnvelope envelope = envelope(caller, question, content, generation, report, startedAt);
    return new RunSubmission(envelope, caller.keepsContent() ? content : null);
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
      RunContent content,
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
        ContentCommitment.ofRequest(content.salt(), question.hash()),
        ContentCommitment.of(
            content.salt(),
            generation.runId(),
            content.system(),
            content.context(),
            content.prompt(),
            content.answer()),
        List.of(new RunEnvelope.BlockHash(generation.block().pass(), generation.block().hash())),
        report,
        decision(report),
        generation.specialists(),
        generation.build(),
        generation.seed(),
        generation.finishReason(),
        generation.usage(),
        question.domain(),
        routing(question),
        generation.certificate());
  }

  /** Full routing is what a record that says nothing means. */
  private static @Nullable Routing routing(Question question) {
    Routing routing = question.legibility().routing();
    return routing == Routing.FULL ? null : routing;
  }

  private static RunContent content(String salt, Question question, Generation generation) {
    Question.Text text = question.text();
    List<String> tokens =
        generation.tokens().stream()
            .map(TokenAttribution::token)
            .map(token -> Objects.requireNonNullElse(token, ""))
            .toList();
    return new RunContent(
        salt, text.system(), text.context(), text.prompt(), generation.text(), tokens);
  }
}
