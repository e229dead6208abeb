package glassbox.contracts.generation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The audit record of one token, in the outward form.
 *
 * @param position index in the answer, from 0
 * @param token the token's text; null in a stored run whose content is not kept or erased
 * @param tokenId its id in the shared vocabulary; null where the text is not kept or erased
 * @param jointLogProb raw joint log-probability, nats (temperature 1, no truncation)
 * @param sampledLogProb log-probability the sampler used, nats (after temperature and nucleus)
 * @param perSpecialist who wanted it; the shares, with that of the rest, sum to 1
 * @param rest what the other specialists gave together, where the record lists only those that
 *     contributed most; null where it lists all
 * @param reconciliationResidual recorded joint minus recomputed joint, nats
 * @param entropy of the raw joint, nats
 * @param normalizedEntropy entropy after temperature and nucleus divided by the log of the nucleus
 *     size; 0 for a one-token nucleus; null where it was not measured
 * @param disagreement of the specialists: Jensen-Shannon divergence under the weights in force,
 *     nats; null where it was not measured
 * @param delta total variation between this joint and the legible one, in [0, 1]; null where it was
 *     not certified
 * @param concepts the most active named atoms of the specialist with the largest share, largest
 *     first; empty where it was not certified and where the content is not kept or erased
 * @param forced true for tokens that were given, not drawn
 * @param topLogprobs the joint's most probable tokens, as many as asked for
 * @param blockAudit per-layer traces, one a specialist; empty unless asked for
 */
public record TokenAttribution(
    int position,
    @Nullable String token,
    @Nullable Integer tokenId,
    double jointLogProb,
    double sampledLogProb,
    List<SpecialistLogProb> perSpecialist,
    @Nullable SpecialistRest rest,
    double reconciliationResidual,
    double entropy,
    @Nullable Double normalizedEntropy,
    @Nullable Double disagreement,
    @Nullable Double delta,
    List<Concept> concepts,
    boolean forced,
    List<TopLogprob> topLogprobs,
    List<SpecialistTrace> blockAudit) {

  public TokenAttribution {
    perSpecialist = List.copyOf(perSpecialist);
    concepts = List.copyOf(concepts);
    topLogprobs = List.copyOf(topLogprobs);
    blockAudit = List.copyOf(blockAudit);
  }

  /** A token whose record lists every specialist. */
  public TokenAttribution(
      int position,
      @Nullable String token,
      @Nullable Integer tokenId,
      double jointLogProb,
      double sampledLogProb,
      List<SpecialistLogProb> perSpecialist,
      double reconciliationResidual,
      double entropy,
      @Nullable Double normalizedEntropy,
      @Nullable Double disagreement,
      @Nullable Double delta,
      List<Concept> concepts,
      boolean forced,
      List<TopLogprob> topLogprobs,
      List<SpecialistTrace> blockAudit) {
    this(
        position,
        token,
        tokenId,
        jointLogProb,
        sampledLogProb,
        perSpecialist,
        null,
        reconciliationResidual,
        entropy,
        normalizedEntropy,
        disagreement,
        delta,
        concepts,
        forced,
        topLogprobs,
        blockAudit);
  }

  /** The same token with other concepts. */
  public TokenAttribution withConcepts(List<Concept> other) {
    return new TokenAttribution(
        position,
        token,
        tokenId,
        jointLogProb,
        sampledLogProb,
        perSpecialist,
        rest,
        reconciliationResidual,
        entropy,
        normalizedEntropy,
        disagreement,
        delta,
        other,
        forced,
        topLogprobs,
        blockAudit);
  }
}
