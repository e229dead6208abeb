package glassbox.lab.legible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  @Test
  void findsTheLargestSumOfAll() {
    var random = new SplittableRandom(1);
    for (int round = 0; round < 100; round++) {
      var value = new double[4][6];
      for (double[] row : value) {
        Arrays.setAll(row, i -> random.nextDouble());
      }
      int[] columnOf = Assignment.largest(value);
      assertThat(Arrays.stream(columnOf).distinct().count()).isEqualTo(4);
      double sum = 0;
      for (int row = 0; row < 4; row++) {
        sum += value[row][columnOf[row]];
      }
      assertThat(sum).isCloseTo(best(value, 0, 0), within(1e-12));
    }
  }

  private static double best(double[][] value, int row, int taken) {
    if (row == value.length) {
      return 0;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int column = 0; column < value[row].length; column++) {
      if ((taken & 1 << column) == 0) {
        best = Math.max(best, value[row][column] + best(value, row + 1, taken | 1 << column));
      }
    }
    return best;
  }

  @Test
  void refusesMoreRowsThanColumns() {
    assertThatThrownBy(() -> Assignment.largest(new double[3][2]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
