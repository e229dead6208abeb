package glassbox.ledger.block;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one emitted token; its id is content. Lists the log-probability of every
 * specialist, or of some and what the rest contributed together. Immutable; log-probabilities in
 * nats.
 */
public final class TokenEntry {
  private final int specialists;
  private final int[] listed;
  private final float[] logProbs;
  private final @Nullable Rest rest;
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
    this(
        logProbs.length,
        all(logProbs.length),
        logProbs.clone(),
        null,
        joint,
        sampled,
        entropy,
        forced,
        ensembled,
        logNormalizer);
  }

  /** Requires that the arrays are nobody else's. */
  TokenEntry(
      int specialists,
      int[] listed,
      float[] logProbs,
      @Nullable Rest rest,
      double joint,
      double sampled,
      double entropy,
      boolean forced,
      boolean ensembled,
      double logNormalizer) {
    this.specialists = specialists;
    this.listed = listed;
    this.logProbs = logProbs;
    this.rest = rest;
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

  private static int[] all(int specialists) {
    int[] all = new int[specialists];
    Arrays.setAll(all, k -> k);
    return all;
  }

  /**
   * The same token that lists only some specialists.
   *
   * @param kept indices of specialists that it lists, ascending; at least one, not all
   * @param others what the others contributed together
   */
  public TokenEntry listing(int[] kept, Rest others) {
    float[] logs = new float[kept.length];
    for (int j = 0; j < kept.length; j++) {
      logs[j] = logProb(kept[j]);
    }
    requireListing(kept, specialists);
    return new TokenEntry(
        specialists,
        kept.clone(),
        logs,
        others,
        joint,
        sampled,
        entropy,
        forced,
        ensembled,
        logNormalizer);
  }

  static void requireListing(int[] listed, int specialists) {
    if (listed.length == 0 || listed.length >= specialists) {
      throw new IllegalArgumentException("a token lists at least one specialist and not all");
    }
    for (int j = 0; j < listed.length; j++) {
      if (listed[j] >= specialists || listed[j] < (j == 0 ? 0 : listed[j - 1] + 1)) {
        throw new IllegalArgumentException("listed specialists must ascend and exist");
      }
    }
  }

  /** This token's log-probabilities read as those of the listed specialists of more. */
  TokenEntry reading(int[] of, int total, Rest others) {
    return new TokenEntry(
        total, of, logProbs, others, joint, sampled, entropy, forced, ensembled, logNormalizer);
  }

  /** The same token with other numbers where a block stores them rounded. */
  TokenEntry rounded(double otherJoint, double otherSampled, double otherEntropy) {
    return new TokenEntry(
        specialists,
        listed,
        logProbs,
        rest,
        otherJoint,
        otherSampled,
        otherEntropy,
        forced,
        ensembled,
        logNormalizer);
  }

  /** How many specialists reported. */
  public int specialists() {
    return specialists;
  }

  /** Whether it lists every specialist. */
  public boolean whole() {
    return rest == null;
  }

  /** Whether it lists that specialist. */
  public boolean lists(int specialist) {
    return place(specialist) >= 0;
  }

  /** Indices of the specialists it lists, ascending. */
  public int[] listed() {
    return listed.clone();
  }

  /** What the specialists that it does not list contributed together; empty if it lists all. */
  public Optional<Rest> rest() {
    return Optional.ofNullable(rest);
  }

  /**
   * Log-probability that a specialist gave this token.
   *
   * @throws IllegalArgumentException if the token does not list it
   */
  public float logProb(int specialist) {
    int place = place(specialist);
    if (place < 0) {
      throw new IllegalArgumentException("specialist " + specialist + " is not listed");
    }
    return logProbs[place];
  }

  private int place(int specialist) {
    return rest == null && specialist >= 0 && specialist < specialists
        ? specialist
        : Arrays.binarySearch(listed, specialist);
  }

  /** A copy of the listed specialists' log-probabilities, in the order of {@link #listed}. */
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
        && specialists == that.specialists
        && Arrays.equals(listed, that.listed)
        && Arrays.equals(logProbs, that.logProbs)
        && Objects.equals(rest, that.rest)
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
