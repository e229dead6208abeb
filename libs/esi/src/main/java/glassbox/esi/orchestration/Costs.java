package glassbox.esi.orchestration;

import java.time.Duration;

/**
 * Where the time of a run went.
 *
 * @param decoding of all passes
 * @param scaffold the part of decoding that structural tokens took, by their number
 * @param critics waiting for the panel
 * @param tools running tools
 * @param own everything else: gate, trace, fields, state
 */
public record Costs(
    Duration decoding, Duration scaffold, Duration critics, Duration tools, Duration own) {

  /** Nothing spent. */
  public static final Costs NONE =
      new Costs(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /**
   * Scaffold, critics, gate and trace as a share of the decode time of the same passes without the
   * scaffold; 0 where nothing was decoded.
   */
  public double share() {
    double decode = decoding.minus(scaffold).toNanos();
    return decode <= 0 ? 0 : (scaffold.toNanos() + critics.toNanos() + own.toNanos()) / decode;
  }
}
