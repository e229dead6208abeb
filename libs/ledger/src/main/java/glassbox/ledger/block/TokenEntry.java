package glassbox.ledger.block;

import java.util.Arrays;

/** The numbers of one emitted token; its id is content. Immutable; log-probabilities in nats. */
public final class TokenEntry {
  private final float[] logProbs;
  private final double joint;
  private final double sampled;
  private final double entropy;
  private final boolean forced;
  private final boolean ensembled;
  private final double logNormalizer;

  /**
   * Records a token.
   *
   * @param logProbs what each specialist gave this token, as the engine gave it; a specialist that
   *     reported NaN is recorded as such and fails the reconciliation
   * @param joint raw joint log-probability (temperature 1, no truncation), finite
   * @param sampled log-probability the sampler used (after temperature and nucleus), finite; for a
   *     forced token, and where nothing was drawn, the raw joint
   * @param entropy of the raw joint, finite
   * @param forced whether the token was given, not drawn
   * @param ensembled gated: whether the others joined in; true for every other rule
   * @param logNormalizer product: ln of the sum over the vocabulary of the unnormalised joint; 0
   *     for every other rule
   * @throws IllegalArgumentException if a number that must be finite is not
   */
  public TokenEntry(
      float[] logProbs,
      double joint,
      double sampled,
      double entropy,
      boolean forced,
      boolean ensembled,
      double logNormalizer) {
    this.logProbs = logProbs.clone();
    this.joint = finite("joint", joint);
    this.sampled = finite("sampled", sampled);
    this.entropy = finite("entropy", entropy);
    this.forced = forced;
    this.ensembled = ensembled;
    this.logNormalizer = finite("logNormalizer", logNormalizer);
  }

  private static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite, not " + value);
    }
    return value;
  }

  /** How many specialists reported. */
  public int specialists() {
    return logProbs.length;
  }

  /** Log-probability that a specialist gave this token. Requires 0 <= specialist < specialists. */
  public float logProb(int specialist) {
    return logProbs[specialist];
  }

  /** A copy of all specialists' log-probabilities. */
  public float[] logProbs() {
    return logProbs.clone();
  }

  /** Raw joint log-probability. */
  public double joint() {
    return joint;
  }

  /** Log-probability the sampler used. */
  public double sampled() {
    return sampled;
  }

  /** Entropy of the raw joint. */
  public double entropy() {
    return entropy;
  }

  /** Whether the token was given, not drawn. */
  public boolean forced() {
    return forced;
  }

  /** Whether the specialists were joined for this token. */
  public boolean ensembled() {
    return ensembled;
  }

  /** Logarithm of the product's normaliser; 0 for other rules. */
  public double logNormalizer() {
    return logNormalizer;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenEntry that
        && Arrays.equals(logProbs, that.logProbs)
        && Double.compare(joint, that.joint) == 0
        && Double.compare(sampled, that.sampled) == 0
        && Double.compare(entropy, that.entropy) == 0
        && forced == that.forced
        && ensembled == that.ensembled
        && Double.compare(logNormalizer, that.logNormalizer) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(logProbs) + Double.hashCode(joint);
  }

  @Override
  public String toString() {
    return "TokenEntry[joint=" + joint + ", logProbs=" + Arrays.toString(logProbs) + "]";
  }
}
