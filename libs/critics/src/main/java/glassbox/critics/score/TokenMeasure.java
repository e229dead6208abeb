package glassbox.critics.score;

import org.jspecify.annotations.Nullable;

/**
 * What was measured at one token of the answer.
 *
 * @param logProb of the token under the joint, nats
 * @param entropy of the joint, nats
 * @param disagreement Jensen-Shannon divergence of the specialists, nats; null if not measured
 * @param delta total variation from the legible twin; null if not certified
 */
public record TokenMeasure(
    double logProb, double entropy, @Nullable Double disagreement, @Nullable Double delta) {}
