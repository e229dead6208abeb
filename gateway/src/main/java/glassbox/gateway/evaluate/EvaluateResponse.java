package glassbox.gateway.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import glassbox.contracts.esi.EsiRecord;
import glassbox.contracts.generation.BlockRef;
import glassbox.contracts.generation.CertificateSummary;
import glassbox.contracts.generation.FinishReason;
import glassbox.contracts.generation.ModelDigest;
import glassbox.contracts.generation.ReconciliationSummary;
import glassbox.contracts.generation.RecordState;
import glassbox.contracts.generation.SpecialistShare;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.verdict.Score;
import glassbox.contracts.verdict.Scores;
import glassbox.gateway.esi.EsiResult;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /glad/evaluate} answers.
 *
 * @param runId UUIDv7; the record is at {@code /v1/runs/{run_id}}
 * @param sessionId as it was sent
 * @param answer the answer; null where it is withheld
 * @param decision what the answer is worth
 * @param contextTruncated whether the end of the context was dropped to fit
 * @param safety how likely the request and the answer are unsafe; it decides nothing
 * @param hallucination how likely the answer is unsupported; it decides nothing
 * @param gate what the critics say
 * @param attribution who contributed what over the whole answer
 * @param tokens one a token of the answer; empty unless asked for, and where it is withheld
 * @param reconciliation whether the recorded numbers add up
 * @param certificate how far the answer is from its legible twin, or why nobody knows
 * @param modelMetadata what ran
 * @param generationDiagnostics how it ran
 * @param xai explanations; null unless asked for, and where the answer is withheld
 * @param audit the record
 * @param esi how it went through phases; null for one plain pass
 */
@Schema(name = "EvaluateResponse")
record EvaluateResponse(
    UUID runId,
    @Nullable String sessionId,
    @Nullable String answer,
    Outcome decision,
    boolean contextTruncated,
    Scores.Safety safety,
    Score hallucination,
    Gate gate,
    Attribution attribution,
    List<TokenAttribution> tokens,
    ReconciliationSummary reconciliation,
    CertificateSummary certificate,
    ModelMetadata modelMetadata,
    GenerationDiagnostics generationDiagnostics,
    @Nullable Xai xai,
    AuditRef audit,
    @Nullable Course esi) {

  EvaluateResponse {
    tokens = List.copyOf(tokens);
  }

  /** What an answer is worth. */
  enum Outcome {
    /** The gate let it through. */
    @JsonProperty("committed")
    COMMITTED,
    /** The gate did not; it is given as it is, to be checked. */
    @JsonProperty("provisional")
    PROVISIONAL,
    /** The gate could not be asked. */
    @JsonProperty("ungated")
    UNGATED,
    /** The gate did not commit it and the caller takes committed answers only. */
    @JsonProperty("withheld")
    WITHHELD
  }

  /** Specialists with their part in the answer. */
  record Attribution(List<SpecialistShare> perSpecialist) {
    Attribution {
      perSpecialist = List.copyOf(perSpecialist);
    }
  }

  /** What ran: alias, digests, build. */
  record ModelMetadata(String modelPath, List<ModelDigest> specialists, String build) {
    ModelMetadata {
      specialists = List.copyOf(specialists);
    }
  }

  /** How it ran. */
  record GenerationDiagnostics(
      FinishReason finishReason,
      int promptTokens,
      int completionTokens,
      long seed,
      double temperature,
      double topP,
      boolean doSample) {}

  /** Explanations by tier. */
  record Xai(CreditTier gradient) {}

  /**
   * The course through phases.
   *
   * @param record as it stands in the envelope
   * @param reasons why it did not commit; empty where it did
   * @param fields what stands in each field; empty where the answer is withheld
   * @param agents what each of several agents came to; empty for a run of one
   */
  record Course(
      EsiRecord record,
      List<String> reasons,
      List<EsiResult.FieldText> fields,
      List<AgentView> agents) {
    Course {
      reasons = List.copyOf(reasons);
      fields = List.copyOf(fields);
      agents = List.copyOf(agents);
    }
  }

  /**
   * One of several agents.
   *
   * @param committed whether its own gate opened
   * @param answer null where it did not get so far, and where the run's answer is withheld
   * @param reasons why its gate did not open; empty where it did
   */
  record AgentView(String agent, boolean committed, @Nullable String answer, List<String> reasons) {
    AgentView {
      reasons = List.copyOf(reasons);
    }
  }

  /** The record: its hash, whether audit has it, and the sealed blocks. */
  record AuditRef(String recordHash, RecordState state, List<BlockRef> blocks) {
    AuditRef {
      blocks = List.copyOf(blocks);
    }
  }
}
