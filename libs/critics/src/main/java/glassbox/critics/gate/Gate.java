package glassbox.critics.gate;

import glassbox.critics.Verdict;
import glassbox.critics.chi.Chi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The commit gate: CSA and chi within their bars and every mandatory critic passed.
 *
 * <p>All cast votes flagged, two at least: restart. Anything else that fails: repair. Unknown chi
 * and an unavailable mandatory critic never commit, nor does an answer that no critic passed.
 *
 * @param csaBar least CSA that commits, in [0, 1]
 * @param chiBar largest chi that commits, in [0, 1]
 */
public record Gate(double csaBar, double chiBar) {

  /** The specification's bars: CSA at least .67, chi at most .35. */
  public static final Gate DEFAULT = new Gate(.67, .35);

  public Gate {
    if (!(csaBar >= 0 && csaBar <= 1 && chiBar >= 0 && chiBar <= 1)) {
      throw new IllegalArgumentException("bars are in [0, 1]: " + csaBar + ", " + chiBar);
    }
  }

  /** Decides on an answer from its votes. Reasons are empty exactly for {@code COMMIT}. */
  public GateDecision decide(List<Vote> votes, Optional<Chi> chi) {
    List<String> reasons = new ArrayList<>();
    double csa = CrossAgreement.csa(votes);
    if (csa < csaBar) {
      reasons.add(text("CSA is %.2f, below %.2f", csa, csaBar));
    }
    chi.ifPresentOrElse(
        known -> {
          if (known.value() > chiBar) {
            reasons.add(text("chi is %.3f, above %.3f", known.value(), chiBar));
          }
        },
        () -> reasons.add("chi is unknown: the request has no token signals"));
    votes.stream().filter(Vote::mandatory).forEach(vote -> mandatory(vote, reasons));
    if (votes.stream().noneMatch(Vote::passed)) {
      reasons.add("no critic passed the answer");
    }
    if (allFlagged(votes)) {
      reasons.add("every critic that could judge flagged the answer");
      return new GateDecision(GateDecision.Outcome.RESTART, reasons);
    }
    return new GateDecision(
        reasons.isEmpty() ? GateDecision.Outcome.COMMIT : GateDecision.Outcome.REPAIR, reasons);
  }

  private static void mandatory(Vote vote, List<String> reasons) {
    switch (vote.verdict()) {
      case Verdict.Passed passed -> {}
      case Verdict.Flagged flagged ->
          reasons.add(
              "mandatory critic %s flagged %d of %d checks"
                  .formatted(vote.critic(), flagged.findings().size(), flagged.checks()));
      case Verdict.Unavailable unavailable ->
          reasons.add(
              "mandatory critic %s is unavailable: %s"
                  .formatted(vote.critic(), unavailable.reason()));
    }
  }

  private static boolean allFlagged(List<Vote> votes) {
    List<Vote> cast = votes.stream().filter(Vote::cast).toList();
    return cast.size() >= 2 && cast.stream().allMatch(Vote::flagged);
  }

  private static String text(String format, double value, double bar) {
    return String.format(Locale.ROOT, format, value, bar);
  }
}
