package glassbox.contracts.analytics;

import java.time.LocalDate;
import java.util.List;

/**
 * Who contributed what, over many runs.
 *
 * @param from first day
 * @param to last day
 * @param pendingRuns recorded runs of any day that are not counted yet (normally 0; less than a
 *     second behind)
 * @param runs counted runs
 * @param tokens of all passes of these runs
 * @param seriesOmitted whether the daily series are left out because they would be too many
 * @param specialists by federation, then by mass, largest first
 */
public record SpecialistsReport(
    LocalDate from,
    LocalDate to,
    long pendingRuns,
    long runs,
    long tokens,
    boolean seriesOmitted,
    List<SpecialistUse> specialists) {
  public SpecialistsReport {
    specialists = List.copyOf(specialists);
  }
}
