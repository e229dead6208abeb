package glassbox.contracts.analytics;

/**
 * Runs by the bar that their largest residual meets.
 *
 * @param strict below 1e-5 nats
 * @param lenient below 1e-3
 * @param flagged from 1e-3 to 1e-2; 0 for recorded runs, since such blocks are refused
 * @param catastrophic above, or not a number; 0 likewise
 */
public record LevelCounts(long strict, long lenient, long flagged, long catastrophic) {}
