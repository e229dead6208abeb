package glassbox.critics.chi;

import java.util.DoubleSummaryStatistics;
import java.util.OptionalDouble;

/** Mean of the first values, up to a number of them; the sum is compensated. */
final class Mean {
  private final int most;
  private final DoubleSummaryStatistics values = new DoubleSummaryStatistics();

  Mean(int most) {
    this.most = most;
  }

  void add(double value) {
    if (values.getCount() < most) {
      values.accept(value);
    }
  }

  int count() {
    return Math.toIntExact(values.getCount());
  }

  OptionalDouble value() {
    return values.getCount() == 0 ? OptionalDouble.empty() : OptionalDouble.of(values.getAverage());
  }
}
