package glassbox.lab.verify;

import java.util.List;

/**
 * CSA, C, chi and the gate from the verdicts, by docs/critics.md. Written apart from the critics'
 * code on purpose.
 */
final class VerdictArithmetic {
  private static final double Z = 1.959963984540054;

  private VerdictArithmetic() {}

  /** What a critic said. */
  enum Said {
    PASSED,
    FLAGGED,
    UNAVAILABLE
  }

  /** A verdict: who said what of how many checks, how many failed. */
  record Vote(String critic, Said said, boolean mandatory, int checks, int failed) {}

  /** Agreeing pairs of all pairs of cast votes; 1 for fewer than two. */
  static double csa(List<Vote> votes) {
    long pairs = 0;
    long agreeing = 0;
    for (int i = 0; i < votes.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (cast(votes.get(i)) && cast(votes.get(j))) {
          pairs++;
          agreeing += votes.get(i).said() == votes.get(j).said() ? 1 : 0;
        }
      }
    }
    return pairs == 0 ? 1 : (double) agreeing / pairs;
  }

  static boolean cast(Vote vote) {
    return vote.said() != Said.UNAVAILABLE;
  }

  static int checks(List<Vote> votes) {
    return votes.stream().filter(VerdictArithmetic::cast).mapToInt(Vote::checks).sum();
  }

  static int failed(List<Vote> votes) {
    return votes.stream().filter(VerdictArithmetic::cast).mapToInt(Vote::failed).sum();
  }

  /** The lower end of the 95% Wilson interval; the upper one is 1 - low of the complement. */
  static double wilsonLow(int count, int total) {
    if (count == 0) {
      return 0;
    }
    double p = (double) count / total;
    double spread = Z * Math.sqrt(p * (1 - p) / total + Z * Z / (4.0 * total * total));
    return Math.max(0, (p + Z * Z / (2.0 * total) - spread) / (1 + Z * Z / total));
  }

  static double wilsonHigh(int count, int total) {
    return total == 0 ? 1 : 1 - wilsonLow(total - count, total);
  }

  /** The outcome's wire name. {@code chi} is NaN where it is unknown. */
  static String gate(List<Vote> votes, double chi, double csaBar, double chiBar) {
    List<Vote> cast = votes.stream().filter(VerdictArithmetic::cast).toList();
    if (cast.size() >= 2 && cast.stream().allMatch(vote -> vote.said() == Said.FLAGGED)) {
      return "restart";
    }
    boolean commits =
        csa(votes) >= csaBar
            && chi <= chiBar
            && votes.stream().filter(Vote::mandatory).allMatch(v -> v.said() == Said.PASSED);
    return commits ? "commit" : "repair";
  }
}
