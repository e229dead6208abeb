package glassbox.contracts.analytics;

import java.time.LocalDate;
import java.util.List;

/**
 * How well the records add up.
 *
 * @param from first day
 * @param to last day
 * @param pendingRuns recorded runs of any day that are not counted yet
 * @param runs counted runs
 * @param tokens of all passes of these runs
 * @param maxResidual largest absolute residual of a recorded run, nats
 * @param distribution runs by their largest absolute residual, nats, in decades
 * @param levels recorded runs by the bar they meet
 * @param canary what was refused because it does not add up
 */
public record ReconciliationReport(
    LocalDate from,
    LocalDate to,
    long pendingRuns,
    long runs,
    long tokens,
    double maxResidual,
    List<HistogramBin> distribution,
    LevelCounts levels,
    Canary canary) {
  public ReconciliationReport {
    distribution = List.copyOf(distribution);
  }
}
