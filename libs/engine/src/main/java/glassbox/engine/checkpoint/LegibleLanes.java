package glassbox.engine.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The legible bottlenecks of a base and of its adapters; an adapter without own uses its base's.
 */
public final class LegibleLanes {
  private final List<Optional<LegibleWeights>> own;

  private LegibleLanes(List<Optional<LegibleWeights>> own) {
    this.own = List.copyOf(own);
  }

  /**
   * Reads all of them into memory.
   *
   * @param adapters of lanes 1, 2, ...
   * @throws CheckpointException when what a directory has does not fit the base
   */
  public static LegibleLanes read(ModelDirectory base, List<AdapterDirectory> adapters) {
    List<Optional<LegibleWeights>> own = new ArrayList<>();
    own.add(LegibleWeights.read(base.path(), base.config()));
    adapters.forEach(adapter -> own.add(LegibleWeights.read(adapter.path(), base.config())));
    return new LegibleLanes(own);
  }

  /** 1 + the number of adapters. */
  public int lanes() {
    return own.size();
  }

  /** What the lane runs through; empty for an opaque lane. */
  public Optional<LegibleWeights> at(int lane) {
    return own.get(owner(lane));
  }

  /** The lane whose bottlenecks this lane runs through: itself or the base. */
  public int owner(int lane) {
    return own.get(lane).isPresent() ? lane : 0;
  }
}
