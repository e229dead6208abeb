package glassbox.critics.chi;

import java.util.OptionalDouble;

/** Mean of the first values, up to a number of them. */
final class Mean {
  private final int most;
  private double sum;
  private int count;

  Mean(int most) {
    this.most = most;
  }

  void add(double value) {
    if (count < most) {
      sum += value;
      count++;
    }
  }

  int count() {
    return count;
  }

  OptionalDouble value() {
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }
}
