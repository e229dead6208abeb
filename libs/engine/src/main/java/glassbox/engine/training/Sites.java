package glassbox.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import glassbox.engine.gradient.Weights;
import glassbox.engine.legible.LegibleBottleneck;
import glassbox.engine.legible.Passage;
import glassbox.engine.legible.Routing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bottlenecks of every layer, with their anchors. */
final class Sites {

  /** A model without bottlenecks. */
  static final Sites NONE = new Sites(List.of(), new LinkedHashMap<>(), false);

  private final List<LegibleBottleneck> sites;
  private final Map<String, NDArray> anchors;
  private final boolean separate;

  private Sites(List<LegibleBottleneck> sites, Map<String, NDArray> anchors, boolean separate) {
    this.sites = sites;
    this.anchors = anchors;
    this.separate = separate;
  }

  /**
   * Bottlenecks over {@code weights}.
   *
   * @param anchors by the decoders' names; where missing, an anchor begins as its decoder
   */
  static Sites of(
      NDManager manager,
      LlamaShape shape,
      LegibleRecipe recipe,
      Weights weights,
      Map<String, float[]> anchors) {
    var sites = new ArrayList<LegibleBottleneck>();
    var held = new LinkedHashMap<String, NDArray>();
    var size = new Shape(shape.hiddenSize(), recipe.bottlenecks().atoms());
    for (int layer = 0; layer < shape.layers(); layer++) {
      String prefix = Bottlenecks.prefix(layer);
      String name = LegibleBottleneck.decoder(prefix);
      float[] start =
          anchors.containsKey(name) ? anchors.get(name) : weights.get(name).toFloatArray();
      NDArray anchor = manager.create(start, size);
      held.put(name, anchor);
      sites.add(new LegibleBottleneck(recipe.bottlenecks().site(shape), prefix, weights, anchor));
    }
    return new Sites(sites, held, recipe.separate());
  }

  List<LegibleBottleneck> all() {
    return sites;
  }

  /** Anchors by their decoders' names. */
  Map<String, float[]> anchors() {
    var values = new LinkedHashMap<String, float[]>();
    anchors.forEach((name, array) -> values.put(name, array.toFloatArray()));
    return values;
  }

  void settle(NDManager step) {
    sites.forEach(site -> site.settle(step));
  }

  /**
   * What a layer hands on, {@code [R, T, d]}.
   *
   * @param h the layer's feed-forward output, {@code [R, T, d]}
   * @param passages gets the way of the first P rows of the deployed model, without padding
   */
  NDArray route(int layer, NDArray h, Batch batch, List<Passage> passages) {
    Routes routes = batch.routes();
    if (sites.isEmpty() || routes.part() == 0) {
      return h;
    }
    Shape all = h.getShape();
    long places = routes.part() * all.get(1);
    Passage passage = sites.get(layer).pass(read(h, routes).reshape(-1, all.get(2)));
    passages.add(passage.slice(0, places).rows(batch.read()));
    if (routes.copies() == 0) {
      return h;
    }
    Passage routed = separate ? passage.separate() : passage;
    var part = new Shape(routes.part(), all.get(1), all.get(2));
    var ways = new NDList(rows(h, 0, routes.full()));
    long at = places;
    if (routes.legible()) {
      ways.add(routed.slice(at, at + places).routed(new Routing.Legible()).reshape(part));
      at += places;
    }
    if (routes.swapped()) {
      var swap = new Routing.LeakSwap(batch.swap());
      ways.add(routed.slice(at, at + places).routed(swap).reshape(part));
    }
    return NDArrays.concat(ways);
  }

  /** The rows whose code is needed: the first P, and every copy of them. */
  private static NDArray read(NDArray h, Routes routes) {
    if (routes.part() == routes.full()) {
      return h;
    }
    NDArray part = rows(h, 0, routes.part());
    return routes.copies() == 0
        ? part
        : NDArrays.concat(new NDList(part, rows(h, routes.full(), routes.rows())));
  }

  private static NDArray rows(NDArray h, long from, long to) {
    return h.get(new NDIndex().addSliceDim(from, to));
  }
}
