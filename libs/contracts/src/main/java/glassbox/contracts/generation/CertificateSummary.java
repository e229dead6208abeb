package glassbox.contracts.generation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How far an answer's distributions are from those of its legible twin, in which only named codes
 * pass the bottlenecks. Delta is the total variation between the two joints at a token, in [0, 1].
 * It bounds what the bottlenecks leave out, and nothing that goes round them.
 *
 * @param mode what was asked for
 * @param certified whether this answer has a certificate; the numbers below are null if not
 * @param reason why not; null if it has
 * @param sampling how answers were chosen; null unless {@code mode} is sampled
 * @param tokens of the answer, all of which were certified
 * @param deltaMean over the tokens
 * @param deltaP95 the delta that 95% of the tokens do not exceed
 * @param deltaMax over the tokens
 * @param agreement share of tokens at which both joints have the same most probable token
 * @param bar the level that {@code deltaP95} may not exceed: what 99% of the tokens of held-out
 *     text do not, unless configured; null where a specialist's codes are not calibrated
 * @param trusted whether {@code deltaP95} is within the bar; not without a bar
 * @param statement what to tell the reader; null where the explanation is to be trusted, and where
 *     there is no certificate
 */
public record CertificateSummary(
    CertificateMode mode,
    boolean certified,
    @Nullable Reason reason,
    @Nullable Sampling sampling,
    @Nullable Integer tokens,
    @Nullable Double deltaMean,
    @Nullable Double deltaP95,
    @Nullable Double deltaMax,
    @Nullable Double agreement,
    @Nullable Double bar,
    @Nullable Boolean trusted,
    @Nullable String statement) {

  /** What is said of an answer above its bar. */
  public static final String NOT_TRUSTED =
      "The named explanation of this answer is not to be trusted here.";

  /** An answer without a certificate. */
  public static CertificateSummary none(
      CertificateMode mode, Reason reason, @Nullable Sampling sampling) {
    return new CertificateSummary(
        mode, false, reason, sampling, null, null, null, null, null, null, null, null);
  }

  /** An answer with a certificate; the parameters are the components of the same names. */
  public static CertificateSummary certified(
      CertificateMode mode,
      @Nullable Sampling sampling,
      Deltas deltas,
      double agreement,
      @Nullable Double bar) {
    boolean trusted = bar != null && deltas.p95() <= bar;
    return new CertificateSummary(
        mode,
        true,
        null,
        sampling,
        deltas.tokens(),
        deltas.mean(),
        deltas.p95(),
        deltas.max(),
        agreement,
        bar,
        trusted,
        trusted ? null : NOT_TRUSTED);
  }

  /** An answer's deltas: how many, their mean, 95th percentile and largest. */
  public record Deltas(int tokens, double mean, double p95, double max) {}

  /** Why an answer has no certificate. */
  public enum Reason {
    /** It was not asked for. */
    @JsonProperty("not_requested")
    NOT_REQUESTED,
    /** One more would have taken more than the share of decode time that certificates may take. */
    @JsonProperty("over_allowance")
    OVER_ALLOWANCE,
    /** A specialist of the federation has no bottlenecks. */
    @JsonProperty("no_bottlenecks")
    NO_BOTTLENECKS,
    /** It was chosen, but the models were busy. */
    @JsonProperty("busy")
    BUSY,
    /** The answer has no tokens. */
    @JsonProperty("no_tokens")
    NO_TOKENS
  }

  /**
   * How answers were chosen up to and with this one.
   *
   * @param allowance most of decode time that certificates may take, as a ratio
   * @param spent what they took
   * @param coverage share of the answers asked for as sampled that were certified
   */
  public record Sampling(double allowance, double spent, double coverage) {}
}
