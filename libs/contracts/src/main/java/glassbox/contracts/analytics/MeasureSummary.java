package glassbox.contracts.analytics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure in [0, 1] over many runs.
 *
 * @param runs runs that have it
 * @param mean null for no runs
 * @param distribution ten equal bins; 1 is in the last
 */
public record MeasureSummary(long runs, @Nullable Double mean, List<HistogramBin> distribution) {
  public MeasureSummary {
    distribution = List.copyOf(distribution);
  }
}
