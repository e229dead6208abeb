package glassbox.inference.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final double SHARE = 0.03;

  private final Allowance allowance = new Allowance(SHARE);

  /** One sampled answer of 100 tokens; whether it was certified. */
  private boolean answer(long decode, long cost) {
    long setAside = allowance.ask(decode, 100);
    if (setAside < 0) {
      return false;
    }
    allowance.learn(cost, 100);
    allowance.settle(setAside, cost, true);
    return true;
  }

  @Test
  void savesUpForTheFirstCertificateAsIfItCostAsMuchAsTheAnswer() {
    int answers = 1;
    while (!answer(1_000, 90)) {
      answers++;
    }
    // 0.03 * 1000 n >= 1000 from n = 34 on
    assertThat(answers).isEqualTo(34);
  }

  @Test
  void thenCertifiesAsOftenAsTheMeasuredCostAllows() {
    List<Integer> certified = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      if (answer(1_000, 90)) {
        certified.add(i);
      }
    }
    // a certificate costs 9% of an answer: one in three
    assertThat(certified).hasSize(10_000 / 3);
    assertThat(allowance.sampling().spent()).isLessThanOrEqualTo(SHARE);
    assertThat(allowance.sampling().spent()).isCloseTo(SHARE, within(1e-4));
    assertThat(allowance.sampling().coverage()).isCloseTo(1 / 3.0, within(1e-3));
  }

  @Test
  void theSameCostsGiveTheSameDecisions() {
    var other = new Allowance(SHARE);
    var random = new Random(3);
    for (int i = 0; i < 1_000; i++) {
      long decode = random.nextLong(1, 2_000);
      long first = allowance.ask(decode, 50);
      assertThat(other.ask(decode, 50)).isEqualTo(first);
      if (first >= 0) {
        long cost = random.nextLong(1, 300);
        for (Allowance each : List.of(allowance, other)) {
          each.learn(cost, 50);
          each.settle(first, cost, true);
        }
      }
    }
    assertThat(other.sampling()).isEqualTo(allowance.sampling());
  }

  @Test
  void certificatesThatCostMoreThanExpectedArePaidBackBeforeTheNext() {
    while (!answer(1_000, 90)) {
      // saves up
    }
    long setAside = -1;
    while (setAside < 0) {
      setAside = allowance.ask(1_000, 100);
    }
    allowance.settle(setAside, 100_000, true);
    assertThat(allowance.sampling().spent()).isGreaterThan(SHARE);
    int waits = 0;
    while (!answer(1_000, 90)) {
      waits++;
    }
    assertThat(waits).isGreaterThan(3_000);
    assertThat(allowance.sampling().spent()).isLessThanOrEqualTo(SHARE);
  }

  @Test
  void whatIsSetAsideIsNotGivenToAnotherAnswer() {
    allowance.learn(10, 100);
    assertThat(allowance.ask(400, 100)).isEqualTo(10);
    assertThat(allowance.ask(1, 100)).as("12.03 earned, 10 set aside").isNegative();
    allowance.settle(10, 0, false);
    assertThat(allowance.sampling().coverage()).isZero();
    assertThat(allowance.ask(1, 100)).isEqualTo(10);
  }

  @Test
  void aShareOfZeroCertifiesNothingEvenIfItCostsNothing() {
    var none = new Allowance(0);
    none.learn(0, 100);
    assertThat(none.ask(1_000, 100)).isNegative();
    assertThat(none.sampling().coverage()).isZero();
  }

  @Test
  void aShareOfOneCertifiesWhatCostsNoMoreThanItsAnswer() {
    var all = new Allowance(1);
    for (int i = 0; i < 10; i++) {
      long setAside = all.ask(1_000, 100);
      assertThat(setAside).isPositive();
      all.learn(900, 100);
      all.settle(setAside, 900, true);
    }
    assertThat(all.sampling().coverage()).isOne();
  }
}
