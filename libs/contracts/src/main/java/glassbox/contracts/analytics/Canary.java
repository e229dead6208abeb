package glassbox.contracts.analytics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The alarm for bugs in the inference pipeline. A refused block belongs to no recorded run and so
 * to no tenant: these are counts of the whole pipeline.
 *
 * @param threshold a residual from here on raises the alarm, nats
 * @param raised whether a block was refused in these days, or a run recorded, at or above it
 * @param openAlarms alarms of any day that nobody has acknowledged
 * @param refusedBlocks blocks refused in these days
 * @param flagged of which below or at 1e-2
 * @param catastrophic of which above 1e-2 or not a number
 * @param largestRefused largest residual refused; null if none was a number
 * @param days refusals by day; days without one are absent
 */
public record Canary(
    double threshold,
    boolean raised,
    long openAlarms,
    long refusedBlocks,
    long flagged,
    long catastrophic,
    @Nullable Double largestRefused,
    List<RefusalDay> days) {
  public Canary {
    days = List.copyOf(days);
  }
}
