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
 * @param certificate how legible the answers were
 * @param domains the same by domain, in the order of domains; runs without one last
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
    DeltaQuality certificate,
    List<DomainQuality> domains,
    List<QualityDay> days) {
  public FederationQuality {
    domains = List.copyOf(domains);
    days = List.copyOf(days);
  }
}
