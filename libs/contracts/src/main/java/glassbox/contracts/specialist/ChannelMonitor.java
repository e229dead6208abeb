package glassbox.contracts.specialist;

/**
 * The watch over a specialist that speaks through named codes which were not trained with it: an
 * adapter on its base's bottlenecks. Deltas far above the calibrated ones are the mark of a
 * backdoor that goes round the codes.
 *
 * @param suspect whether the test has raised its alarm; it stays until the service starts with
 *     other files, or an operator clears it
 * @param tokens certified tokens seen since the test began
 * @param statistic the test's, in nats of evidence
 * @param threshold the statistic that raises the alarm
 */
public record ChannelMonitor(boolean suspect, long tokens, double statistic, double threshold) {}
