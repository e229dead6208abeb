package glassbox.esi.orchestration;

import java.time.Duration;

/**
 * Where the time of a run went.
 *
 * @param decoding of all passes, as they were waited for
 * @param markers the part of it that went into the forwards of forced markers, as the engine
 *     measured them
 * @param scaffold the part of {@code markers} that would not have been spent without the scaffold:
 *     a marker that the models would have written there themselves with probability p counts 1 - p
 *     of its forward
 * @param critics waiting for the panel
 * @param tools running tools
 * @param own everything else: gate, trace, fields, state
 */
public record Costs(
    Duration decoding,
    Duration markers,
    Duration scaffold,
    Duration critics,
    Duration tools,
    Duration own) {

  /** Nothing spent. */
  public static final Costs NONE =
      new Costs(
          Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /**
   * Scaffold, critics, gate and trace as a share of the decode time of the same passes without the
   * scaffold; 0 where nothing was decoded.
   */
  public double share() {
    double decode = decoding.minus(scaffold).toNanos();
    return decode <= 0 ? 0 : (scaffold.toNanos() + critics.toNanos() + own.toNanos()) / decode;
  }
}
