package glassbox.critics.chi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateTest {

  /** Wilson (1927) at z = 1.96: 4 of 10 is 0.1682 to 0.6873; statsmodels gives the same. */
  @Test
  void knownIntervals() {
    Rate rate = Rate.of(4, 10);
    assertThat(rate.value()).isEqualTo(0.4);
    assertThat(rate.low()).isCloseTo(0.16818033, within(1e-7));
    assertThat(rate.high()).isCloseTo(0.68732623, within(1e-7));
    assertThat(Rate.of(0, 10).high()).isCloseTo(0.27753279, within(1e-7));
  }

  @Test
  void nothingTriedMeansNothingKnown() {
    assertThat(Rate.of(0, 0)).isEqualTo(new Rate(0, 0, 0, 0, 1));
  }

  @Property(seed = "17")
  void intervalHoldsTheValue(
      @ForAll @IntRange(max = 500) int a, @ForAll @IntRange(max = 500) int b) {
    Rate rate = Rate.of(Math.min(a, b), Math.max(a, b));
    assertThat(rate.low()).isBetween(0.0, rate.value());
    assertThat(rate.high()).isBetween(rate.value(), 1.0);
  }

  @Test
  void rejectsMoreThanAll() {
    assertThatThrownBy(() -> Rate.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rate.of(-1, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
