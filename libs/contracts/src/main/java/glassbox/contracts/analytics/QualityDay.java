package glassbox.contracts.analytics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A federation's quality on one day; the means are null where no run has the measure. */
public record QualityDay(
    LocalDate day, long runs, @Nullable Double csa, @Nullable Double chi, long committed) {}
