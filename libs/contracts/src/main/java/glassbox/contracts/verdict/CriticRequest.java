package glassbox.contracts.verdict;

import glassbox.contracts.generation.ModelDigest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the critics judge.
 *
 * @param runId the run
 * @param prompt the question
 * @param context what the answer should rest on
 * @param answer the answer with all its fields
 * @param signals one a token of the answer, in order
 * @param fragments evidence at hand
 * @param claims claims with their supports; empty when the run keeps no trace
 * @param fields which part of the answer is which field; empty for an answer without a scaffold
 * @param panel which critics vote; null for the service's own choice
 * @param material what domain critics judge against; null for nothing
 * @param chiAverage the moving average of chi before this answer; null for none
 * @param specialists who answered: a score is a probability only where it was fitted on them; null
 *     where nobody says
 * @param scored false where more is to be judged if this passes: scores are then given only where
 *     the gate does not commit; null for true
 */
public record CriticRequest(
    UUID runId,
    String prompt,
    @Nullable String context,
    String answer,
    List<TokenSignal> signals,
    List<TraceFragment> fragments,
    List<TraceClaim> claims,
    List<AnswerStretch> fields,
    @Nullable Panel panel,
    @Nullable Material material,
    @Nullable Double chiAverage,
    @Nullable List<ModelDigest> specialists,
    @Nullable Boolean scored) {

  public CriticRequest {
    signals = List.copyOf(signals);
    fragments = List.copyOf(fragments);
    claims = List.copyOf(claims);
    fields = List.copyOf(fields);
    specialists = specialists == null ? null : List.copyOf(specialists);
  }

  /** A whole answer without fields and evidence, for the service's own choice of critics. */
  public static CriticRequest plain(
      UUID runId,
      String prompt,
      @Nullable String context,
      String answer,
      List<TokenSignal> signals,
      @Nullable List<ModelDigest> specialists) {
    return new CriticRequest(
        runId,
        prompt,
        context,
        answer,
        signals,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        specialists,
        null);
  }
}
