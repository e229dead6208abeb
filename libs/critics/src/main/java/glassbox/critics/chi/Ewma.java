package glassbox.critics.chi;

import java.util.OptionalDouble;

/**
 * Exponentially weighted moving average.
 *
 * @param weight of the newest value, in (0, 1]
 */
public record Ewma(double weight) {

  /** Weight .5, as the specification has it for chi. */
  public static final Ewma DEFAULT = new Ewma(.5);

  public Ewma {
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("a weight is in (0, 1]: " + weight);
    }
  }

  /** The average with one more value; the value itself where there was none before. */
  public double next(OptionalDouble before, double value) {
    return before.isEmpty()
        ? value
        : before.getAsDouble() + weight * (value - before.getAsDouble());
  }
}
