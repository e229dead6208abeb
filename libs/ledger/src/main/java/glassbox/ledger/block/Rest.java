package glassbox.ledger.block;

/**
 * What the specialists that a token does not list contributed to it together.
 *
 * @param mass logSumExp of their log-weight plus log-probability, nats; {@code -Infinity} where
 *     they took no part
 * @param weightedSum product: sum of weight times log-probability, nats; 0 for every other rule
 */
public record Rest(double mass, double weightedSum) {
  public Rest {
    weightedSum += 0.0; // -0 is 0
  }
}
