package glassbox.critics.order;

import glassbox.critics.chi.Rate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A pair of critics, measured.
 *
 * @param first a critic
 * @param second another
 * @param differing runs in both orders whose verdicts differ
 * @param noise runs in one order that differ from one another
 * @param delta differing less noise, at least 0; empty where both were unavailable throughout
 * @param noisier which of them changed its verdict more often; empty where neither did
 */
public record PairSensitivity(
    String first,
    String second,
    Rate differing,
    Rate noise,
    OptionalDouble delta,
    Optional<String> noisier) {

  /** Whether delta is over a bar. */
  public boolean over(double bar) {
    return delta.isPresent() && delta.getAsDouble() > bar;
  }
}
