package glassbox.contracts.generation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer of one pass with its attribution.
 *
 * @param runId the run
 * @param pass the pass within the run
 * @param text the answer
 * @param finishReason why it ended
 * @param usage token counts
 * @param contextTruncated whether the end of the context was dropped to fit the window
 * @param tokens one record a token
 * @param sketches one a token: a few numbers of the hidden states that gave it, for critics that
 *     look for loops; two tokens' are alike where the states were
 * @param shares one a specialist
 * @param reconciliation of the sealed block
 * @param certificate how far the answer is from its legible twin
 * @param block the sealed block
 * @param specialists digests of what ran
 * @param build version of the code that ran
 * @param seed of the sampler
 * @param segments what each segment of a resumed pass wrote; null for a pass that is the answer
 * @param nextCombiner the rule that a pass which goes on from here takes up: what {@code
 *     prefix_updated} has learned; null where the rule does not learn
 */
public record Generation(
    UUID runId,
    int pass,
    String text,
    FinishReason finishReason,
    Usage usage,
    boolean contextTruncated,
    List<TokenAttribution> tokens,
    List<List<Double>> sketches,
    List<SpecialistShare> shares,
    ReconciliationSummary reconciliation,
    CertificateSummary certificate,
    BlockRef block,
    List<ModelDigest> specialists,
    String build,
    long seed,
    @Nullable List<SegmentEnd> segments,
    @Nullable CombinerSpec nextCombiner) {

  public Generation {
    tokens = List.copyOf(tokens);
    sketches = sketches.stream().map(List::copyOf).toList();
    shares = List.copyOf(shares);
    specialists = List.copyOf(specialists);
    segments = segments == null ? null : List.copyOf(segments);
  }
}
