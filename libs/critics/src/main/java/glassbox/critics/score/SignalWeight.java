package glassbox.critics.score;

/**
 * What a model does with one signal.
 *
 * @param signal its name
 * @param mean over the labelled runs
 * @param deviation standard deviation over them, above 0
 * @param weight of the standardised signal, in logits
 */
public record SignalWeight(String signal, double mean, double deviation, double weight) {
  public SignalWeight {
    if (!(deviation > 0) || !Double.isFinite(mean) || !Double.isFinite(weight)) {
      throw new IllegalArgumentException(
          signal + " needs a finite mean and weight and a deviation above 0");
    }
  }

  double standardised(double raw) {
    return (raw - mean) / deviation;
  }
}
