package glassbox.contracts.analytics;

import java.util.List;

/**
 * The quality of a federation's answers.
 *
 * @param federation registry alias
 * @param runs its runs
 * @param tokens of all passes of these runs
 * @param decisions how they ended
 * @param gate what the gate said where it was asked
 * @param csa agreement of the critics, higher is better
 * @param chi clump order parameter, lower is better
 * @param days the means over time; days without a run are absent
 */
public record FederationQuality(
    String federation,
    long runs,
    long tokens,
    DecisionCounts decisions,
    GateCounts gate,
    MeasureSummary csa,
    MeasureSummary chi,
    List<QualityDay> days) {
  public FederationQuality {
    days = List.copyOf(days);
  }
}
