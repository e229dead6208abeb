package glassbox.lab.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.chi.Rate;
import glassbox.critics.gate.CrossAgreement;
import glassbox.critics.gate.Gate;
import glassbox.critics.gate.Vote;
import glassbox.lab.verify.VerdictArithmetic.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The second writing of the arithmetic against the first. */
class VerdictArithmeticTest {

  @Test
  void agreesWithTheCritics() {
    var random = new SplittableRandom(4);
    for (int i = 0; i < 2_000; i++) {
      List<Vote> votes = new ArrayList<>();
      List<VerdictArithmetic.Vote> seen = new ArrayList<>();
      for (int k = random.nextInt(6); k > 0; k--) {
        Said said = Said.values()[random.nextInt(3)];
        int checks = 1 + random.nextInt(9);
        int failed = said == Said.FLAGGED ? 1 + random.nextInt(checks) : 0;
        boolean mandatory = random.nextBoolean();
        votes.add(new Vote("c" + k, mandatory, verdict(said, checks, failed)));
        seen.add(new VerdictArithmetic.Vote("c" + k, said, mandatory, checks, failed));
      }
      assertThat(VerdictArithmetic.csa(seen)).isEqualTo(CrossAgreement.csa(votes));
      Rate rate = CrossAgreement.contradictions(votes);
      assertThat(VerdictArithmetic.failed(seen)).isEqualTo(rate.count());
      assertThat(VerdictArithmetic.checks(seen)).isEqualTo(rate.total());
      assertThat(VerdictArithmetic.gate(seen, Double.NaN, .67, .35))
          .isEqualTo(
              Gate.DEFAULT
                  .decide(votes, Optional.empty())
                  .outcome()
                  .name()
                  .toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void wilsonsIntervalIsTheCritics() {
    for (int total = 0; total <= 40; total++) {
      for (int count = 0; count <= total; count++) {
        Rate rate = Rate.of(count, total);
        assertThat(VerdictArithmetic.wilsonLow(count, total)).isCloseTo(rate.low(), within(1e-12));
        assertThat(VerdictArithmetic.wilsonHigh(count, total))
            .isCloseTo(rate.high(), within(1e-12));
      }
    }
  }

  private static Verdict verdict(Said said, int checks, int failed) {
    return switch (said) {
      case PASSED -> new Verdict.Passed(checks);
      case FLAGGED ->
          new Verdict.Flagged(checks, Collections.nCopies(failed, new Finding("no", 0, 1)));
      case UNAVAILABLE -> new Verdict.Unavailable("late");
    };
  }
}
