package glassbox.contracts.analytics;

import java.time.LocalDate;

/** A specialist's part in a federation's answers on one day; see {@link SpecialistUse}. */
public record SpecialistDay(
    LocalDate day,
    long runs,
    double shareMass,
    double share,
    long tokensLed,
    long tokensOverruled,
    long majorityRuns) {}
