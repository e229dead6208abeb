package glassbox.critics.gate;

import glassbox.critics.Verdict;
import glassbox.critics.chi.Rate;
import java.util.List;

/** Cross-observer agreement and the contradiction rate of a set of votes. */
public final class CrossAgreement {

  private CrossAgreement() {}

  /**
   * CSA@k: {@code 2 / (k (k - 1))} times the number of agreeing pairs of the k cast votes; 1 for k
   * below 2. With k = 3 only 1/3 and 1 occur, and three failures score 1 too.
   */
  public static double csa(List<Vote> votes) {
    long flagged = votes.stream().filter(Vote::flagged).count();
    long passed = votes.stream().filter(Vote::passed).count();
    long k = flagged + passed;
    return k < 2 ? 1 : (double) (pairs(flagged) + pairs(passed)) / pairs(k);
  }

  /** C: failed checks of all checks that the cast votes issued. */
  public static Rate contradictions(List<Vote> votes) {
    int checks = 0;
    int failed = 0;
    for (Vote vote : votes) {
      switch (vote.verdict()) {
        case Verdict.Passed passed -> checks += passed.checks();
        case Verdict.Flagged flagged -> {
          checks += flagged.checks();
          failed += flagged.findings().size();
        }
        case Verdict.Unavailable unavailable -> {}
      }
    }
    return Rate.of(failed, checks);
  }

  private static long pairs(long n) {
    return n * (n - 1) / 2;
  }
}
