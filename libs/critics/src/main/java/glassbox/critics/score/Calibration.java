package glassbox.critics.score;

/**
 * Makes a probability of a score's logit, fitted on labelled runs that the score was not fitted on:
 * {@code sigmoid(slope * logit + offset)} (Platt 1999).
 *
 * @param slope above 0, so that it keeps the order
 * @param offset in logits
 */
public record Calibration(double slope, double offset) {

  /** Leaves the score as it is. */
  public static final Calibration NONE = new Calibration(1, 0);

  public Calibration {
    if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(offset)) {
      throw new IllegalArgumentException("a calibration needs a slope above 0 and an offset");
    }
  }

  /** The probability that a logit stands for. */
  public double probability(double logit) {
    return Scored.sigmoid(slope * logit + offset);
  }

  /** The logit that stands for even odds. */
  public double even() {
    return -offset / slope;
  }
}
