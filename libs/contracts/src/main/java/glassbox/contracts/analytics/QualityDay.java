package glassbox.contracts.analytics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A federation's quality on one day; the means are null where no run has the measure.
 *
 * @param certificate of the day's answers
 */
public record QualityDay(
    LocalDate day,
    long runs,
    @Nullable Double csa,
    @Nullable Double chi,
    long committed,
    DeltaQuality certificate) {}
