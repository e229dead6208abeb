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
import glassbox.gateway.esi.EsiResult;
import glassbox.ledger.block.SaltSource;
import glassbox.ledger.run.ContentCommitment;
import glassbox.ledger.run.TraceCommitment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms what is sent to audit. The envelope holds no text; the texts go only with an opt-in, and
 * the salt of the envelope's commitments only with the texts.
 */
@Component
final class Submissions {
  private final SaltSource salts;
  private final JsonMapper json;

  Submissions(SaltSource salts, JsonMapper json) {
    this.salts = salts;
    this.json = json;
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

  /** A run through phases: every agent's pass is a block, the evidence goes with the texts. */
  RunSubmission of(
      Caller caller, Question question, EsiResult result, Decision decision, Instant startedAt) {
    Question.Text text = question.text();
    Generation first = result.passes().getFirst();
    Generation last = result.answering();
    RunContent content =
        new RunContent(
            salts.next(),
            text.system(),
            text.context(),
            text.prompt(),
            result.answer(),
            tokens(last),
            result.trace());
    String commitment = TraceCommitment.of(content.salt(), json.writeValueAsString(result.trace()));
    RunEnvelope envelope =
        new RunEnvelope(
            last.runId(),
            caller.tenant(),
            RunEnvelope.Kind.GENERATE,
            text.federation(),
            startedAt,
            ContentCommitment.ofRequest(content.salt(), question.hash()),
            commitment(last.runId(), content),
            result.passes().stream()
                .map(pass -> new RunEnvelope.BlockHash(pass.block().pass(), pass.block().hash()))
                .toList(),
            result.report(),
            decision,
            last.specialists(),
            last.build(),
            first.seed(),
            last.finishReason(),
            PhasedResponses.usage(result),
            question.domain(),
            routing(question),
            last.certificate(),
            result.record().committedTo(commitment));
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
        commitment(generation.runId(), content),
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
    return new RunContent(
        salt, text.system(), text.context(), text.prompt(), generation.text(), tokens(generation));
  }

  private static List<String> tokens(Generation generation) {
    return generation.tokens().stream()
        .map(TokenAttribution::token)
        .map(token -> Objects.requireNonNullElse(token, ""))
        .toList();
  }

  private static String commitment(UUID runId, RunContent content) {
    return ContentCommitment.of(
        content.salt(),
        runId,
        content.system(),
        content.context(),
        content.prompt(),
        content.answer());
  }
}
