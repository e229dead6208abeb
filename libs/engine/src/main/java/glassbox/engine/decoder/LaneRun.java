package glassbox.engine.decoder;

import glassbox.engine.checkpoint.LegibleConfig;
import glassbox.engine.forward.LegibleChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Consecutive rows of a session that run through the same legible bottlenecks.
 *
 * @param owner the lane that brought them
 * @param from the first row
 * @param to behind the last row
 * @param atoms m
 * @param active k
 */
record LaneRun(int owner, int from, int to, int atoms, int active) {

  /**
   * The runs of all rows, in order.
   *
   * @param channels by lane
   * @throws IllegalArgumentException when a row's lane is opaque
   */
  static List<LaneRun> of(int[] laneOfRow, List<Optional<LegibleChannel>> channels) {
    List<LaneRun> runs = new ArrayList<>();
    for (int row = 0; row < laneOfRow.length; row++) {
      int lane = laneOfRow[row];
      LegibleChannel channel =
          channels
              .get(lane)
              .orElseThrow(
                  () -> new IllegalArgumentException("lane " + lane + " has no legible channel"));
      int owner = channel.own() ? lane : 0;
      boolean goesOn = !runs.isEmpty() && runs.getLast().owner() == owner;
      int from = goesOn ? runs.removeLast().from() : row;
      LegibleConfig config = channel.config();
      runs.add(new LaneRun(owner, from, row + 1, config.atoms(), config.active()));
    }
    return runs;
  }

  /** The most atoms of any run; 0 without runs. */
  static int atoms(List<LaneRun> runs) {
    return runs.stream().mapToInt(LaneRun::atoms).max().orElse(0);
  }

  int rows() {
    return to - from;
  }
}
