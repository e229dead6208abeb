package glassbox.contracts.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The critics' report on an answer.
 *
 * @param verdicts one a critic
 * @param csa agreeing pairs of the verdicts that are passed or flagged; 1 for fewer than two
 * @param chi null when the request had no token signals: then the gate does not commit
 * @param gate the decision with its reasons
 * @param quarantined critics of the service that are kept from voting; null where there are none
 * @param scores of hallucination and safety; null in records of before there were any
 */
public record CriticReport(
    List<Verdict> verdicts,
    double csa,
    @Nullable Chi chi,
    GateDecision gate,
    @Nullable List<String> quarantined,
    @Nullable Scores scores) {
  public CriticReport {
    verdicts = List.copyOf(verdicts);
    quarantined = quarantined == null ? null : List.copyOf(quarantined);
  }

  /** A report while no critic is quarantined. */
  public CriticReport(List<Verdict> verdicts, double csa, @Nullable Chi chi, GateDecision gate) {
    this(verdicts, csa, chi, gate, null, null);
  }

  /** A report without scores. */
  public CriticReport(
      List<Verdict> verdicts,
      double csa,
      @Nullable Chi chi,
      GateDecision gate,
      @Nullable List<String> quarantined) {
    this(verdicts, csa, chi, gate, quarantined, null);
  }

  /** The same report with scores. */
  public CriticReport withScores(Scores given) {
    return new CriticReport(verdicts, csa, chi, gate, quarantined, given);
  }
}
