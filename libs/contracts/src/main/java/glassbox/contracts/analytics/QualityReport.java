package glassbox.contracts.analytics;

import java.time.LocalDate;
import java.util.List;

/**
 * How good the answers were, by federation.
 *
 * @param from first day
 * @param to last day
 * @param pendingRuns recorded runs of any day that are not counted yet
 * @param seriesOmitted whether the daily series are left out because they would be too many
 * @param federations in order of name
 */
public record QualityReport(
    LocalDate from,
    LocalDate to,
    long pendingRuns,
    boolean seriesOmitted,
    List<FederationQuality> federations) {
  public QualityReport {
    federations = List.copyOf(federations);
  }
}
