package glassbox.contracts.verdict;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the critics judge.
 *
 * @param runId the run
 * @param prompt the question
 * @param context what the answer should rest on
 * @param answer the answer
 * @param signals one a token of the answer, in order
 * @param fragments evidence at hand
 * @param claims claims with their supports; empty when the run keeps no trace
 */
public record CriticRequest(
    UUID runId,
    String prompt,
    @Nullable String context,
    String answer,
    List<TokenSignal> signals,
    List<TraceFragment> fragments,
    List<TraceClaim> claims) {

  public CriticRequest {
    signals = List.copyOf(signals);
    fragments = List.copyOf(fragments);
    claims = List.copyOf(claims);
  }
}
