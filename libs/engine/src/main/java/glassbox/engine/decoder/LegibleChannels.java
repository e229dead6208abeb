package glassbox.engine.decoder;

import glassbox.engine.checkpoint.LegibleLanes;
import glassbox.engine.forward.LegibleChannel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is said of lanes' legible bottlenecks without their weights. */
final class LegibleChannels {
  private LegibleChannels() {}

  /** One a lane; empty for an opaque one. */
  static List<Optional<LegibleChannel>> of(LegibleLanes lanes) {
    return IntStream.range(0, lanes.lanes())
        .mapToObj(
            lane ->
                lanes.at(lane).map(w -> new LegibleChannel(w.config(), lanes.owner(lane) == lane)))
        .toList();
  }
}
