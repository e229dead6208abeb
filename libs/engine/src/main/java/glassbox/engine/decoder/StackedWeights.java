package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of S models as one: matrices [S, in, out], vectors [S, 1, n] (a head's norm [S, 1, 1,
 * D]), embeddings [S * V, d]; and each model's own, as views.
 */
final class StackedWeights implements Weights {
  private final Map<String, NDArray> stacked;
  private final List<Map<String, NDArray>> lanes;

  private StackedWeights(Map<String, NDArray> stacked, List<Map<String, NDArray>> lanes) {
    this.stacked = Map.copyOf(stacked);
    this.lanes = List.copyOf(lanes);
  }

  /**
   * Copies the arrays of {@code models}, which have the same names and shapes.
   *
   * @param manager owns the copies
   */
  static StackedWeights of(NDManager manager, List<LoadedWeights> models) {
    Map<String, NDArray> stacked = new HashMap<>();
    List<Map<String, NDArray>> lanes = new ArrayList<>();
    models.forEach(model -> lanes.add(new HashMap<>()));
    for (String name : models.getFirst().arrays().keySet()) {
      NDList each = new NDList();
      models.forEach(model -> each.add(model.get(name)));
      NDArray all = NDArrays.stack(each, 0);
      all.attach(manager);
      for (int lane = 0; lane < lanes.size(); lane++) {
        lanes.get(lane).put(name, all.get(lane));
      }
      stacked.put(name, all.reshape(broadcastable(name, each.getFirst().getShape(), lanes.size())));
    }
    return new StackedWeights(stacked, lanes);
  }

  private static Shape broadcastable(String name, Shape shape, int lanes) {
    if (name.equals("embedding")) {
      return new Shape(lanes * shape.get(0), shape.get(1));
    }
    if (name.endsWith("query_norm.weight") || name.endsWith("key_norm.weight")) {
      return new Shape(lanes, 1, 1, shape.get(0));
    }
    return shape.dimension() == 1
        ? new Shape(lanes, 1, shape.get(0))
        : new Shape(lanes).addAll(shape);
  }

  int lanes() {
    return lanes.size();
  }

  /** One model's arrays. */
  Weights lane(int lane) {
    return lanes.get(lane)::get;
  }

  @Override
  public @Nullable NDArray find(String name) {
    return stacked.get(name);
  }
}
