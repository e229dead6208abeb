package glassbox.contracts.analytics;

import org.jspecify.annotations.Nullable;

/**
 * A bin of a histogram over runs.
 *
 * @param from lower bound, included
 * @param to upper bound, excluded; null for the last bin, which has no upper bound
 * @param runs runs in it
 */
public record HistogramBin(double from, @Nullable Double to, long runs) {}
