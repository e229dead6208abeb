package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The projections of a session whose rows run lanes: plain where no row's adapter is concerned. */
final class LaneProjections implements Projections {
  private final NDManager manager;
  private final LoadedWeights weights;
  private final int[] laneOfRow;
  private final Map<List<Integer>, NDArray> masks = new HashMap<>();

  /**
   * @param manager owns the masks
   */
  LaneProjections(NDManager manager, LoadedWeights weights, int[] laneOfRow) {
    this.manager = manager;
    this.weights = weights;
    this.laneOfRow = laneOfRow.clone();
  }

  @Override
  public Linear at(String site) {
    LoadedWeights.AdaptedSite adapted = weights.adapters().get(site);
    if (adapted == null || !adapted.concerns(laneOfRow)) {
      return Projections.of(weights).at(site);
    }
    return new Linear.Adapted(
        adapted.folded(), adapted.a(), mask(adapted), weights.find(site + ".bias"));
  }

  private NDArray mask(LoadedWeights.AdaptedSite adapted) {
    List<Integer> lanes = adapted.laneList();
    Shape shape = new Shape(laneOfRow.length, 1, lanes.size());
    return masks.computeIfAbsent(lanes, key -> manager.create(adapted.mask(laneOfRow), shape));
  }
}
