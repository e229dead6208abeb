package glassbox.contracts.specialist;

/**
 * The deltas of a specialist's bottlenecks on held-out clean text.
 *
 * @param deltaMean mean total variation between full and legible routing
 * @param deltaP95 what 95% of the tokens do not exceed
 * @param deltaP99 what 99% of the tokens do not exceed
 * @param tokens measured
 * @param text what they were
 */
public record ChannelCalibration(
    double deltaMean, double deltaP95, double deltaP99, int tokens, String text) {}
