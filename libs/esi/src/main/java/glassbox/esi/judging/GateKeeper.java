package glassbox.esi.judging;

import glassbox.critics.Verdict;
import glassbox.critics.gate.CrossAgreement;
import glassbox.critics.gate.Gate;
import glassbox.critics.gate.GateDecision;
import glassbox.critics.gate.Vote;
import glassbox.esi.trace.Claim;
import glassbox.esi.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules on reports. Before the answer every mandatory critic must pass; on the answer agreement and
 * chi must be within their bars too. A quarantined critic is listed; it does not vote, and where it
 * is mandatory nothing opens: what it said is no pass. Nothing opens where nobody voted.
 */
public final class GateKeeper {

  private static final String UNHEARD = "it was not heard";
  private static final String KEPT = "it is in quarantine";

  private GateKeeper() {}

  /** Rules on what the critics said of an inquiry. */
  public static Ruling rule(Inquiry inquiry, Report report) {
    List<Ballot> ballots = complete(inquiry, report);
    List<Vote> votes =
        ballots.stream()
            .filter(ballot -> !ballot.quarantined() || ballot.mandatory())
            .map(GateKeeper::vote)
            .toList();
    GateDecision decision = gate(inquiry).decide(votes, report.chi());
    var reasons = new ArrayList<>(decision.reasons());
    List<String> lacking = evidence(inquiry);
    reasons.addAll(lacking);
    boolean silent = votes.stream().allMatch(GateKeeper::silent);
    if (silent) {
      reasons.add("no critic could judge");
    }
    return new Ruling(
        inquiry.phase(),
        outcome(decision, votes, silent, reasons),
        ballots,
        CrossAgreement.csa(votes),
        report.chi(),
        !lacking.isEmpty(),
        reasons);
  }

  private static Vote vote(Ballot ballot) {
    boolean said = ballot.quarantined() && !(ballot.verdict() instanceof Verdict.Unavailable);
    return said
        ? new Vote(ballot.critic(), ballot.mandatory(), new Verdict.Unavailable(KEPT))
        : ballot.vote();
  }

  private static Gate gate(Inquiry inquiry) {
    return switch (inquiry.phase()) {
      case CHECKS -> new Gate(0, 1);
      case ANSWER -> new Gate(inquiry.bars().csa(), inquiry.bars().chi());
    };
  }

  private static Ruling.Outcome outcome(
      GateDecision decision, List<Vote> votes, boolean silent, List<String> reasons) {
    if (decision.outcome() == GateDecision.Outcome.RESTART) {
      return Ruling.Outcome.ALL_FLAGGED;
    }
    if (silent || votes.stream().anyMatch(vote -> vote.mandatory() && silent(vote))) {
      return Ruling.Outcome.UNAVAILABLE;
    }
    return reasons.isEmpty() ? Ruling.Outcome.OPEN : Ruling.Outcome.SHUT;
  }

  /** The ballots as the profile has them: its word on who is mandatory counts. */
  private static List<Ballot> complete(Inquiry inquiry, Report report) {
    var ballots = new ArrayList<Ballot>();
    for (Ballot ballot : report.ballots()) {
      boolean mandatory =
          ballot.mandatory() || inquiry.profile().mandatory().contains(ballot.critic());
      ballots.add(
          new Ballot(
              ballot.critic(),
              ballot.version(),
              ballot.configHash(),
              mandatory,
              ballot.quarantined(),
              ballot.verdict()));
    }
    for (String critic : inquiry.profile().mandatory()) {
      if (ballots.stream().noneMatch(ballot -> ballot.critic().equals(critic))) {
        ballots.add(new Ballot(critic, "", "", true, false, new Verdict.Unavailable(UNHEARD)));
      }
    }
    return ballots;
  }

  /** Ids that were never issued count at any time, the number of fragments on the answer. */
  private static List<String> evidence(Inquiry inquiry) {
    var reasons = new ArrayList<String>();
    if (!inquiry.bars().evidence()) {
      return reasons;
    }
    Trace trace = inquiry.trace();
    int needed = inquiry.profile().fragmentsPerClaim();
    for (Claim claim : trace.claims()) {
      List<String> forged = trace.forged(claim);
      if (!forged.isEmpty()) {
        reasons.add("this run did not issue " + String.join(", ", forged));
      } else if (inquiry.phase() == Phase.ANSWER && trace.independent(claim) < needed) {
        reasons.add(
            "claim %s rests on %d independent fragments of %d"
                .formatted(claim.id(), trace.independent(claim), needed));
      }
    }
    return reasons;
  }

  private static boolean silent(Vote vote) {
    return vote.verdict() instanceof Verdict.Unavailable;
  }
}
