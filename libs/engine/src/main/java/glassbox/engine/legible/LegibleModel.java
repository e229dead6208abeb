package glassbox.engine.legible;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import glassbox.engine.gradient.TrainingEngine;
import glassbox.engine.gradient.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A network with one legible bottleneck, in native memory until closed. Atoms are called {@code
 * L0.c0}, {@code L0.c1} and so on.
 *
 * <p>Not safe for use by several threads.
 */
public final class LegibleModel implements AutoCloseable {

  /** What the names of the bottleneck's weights begin with. */
  static final String SITE = "site.";

  static final String ANCHOR = SITE + "anchor";

  private final NDManager manager;
  private final Blueprint blueprint;
  private final Weights weights;
  private final Network network;
  private final LegibleBottleneck bottleneck;
  private final NDArray anchor;

  private LegibleModel(NDManager manager, Blueprint blueprint, Map<String, float[]> values) {
    this.manager = manager;
    this.blueprint = blueprint;
    this.weights = Weights.of(manager, shapes(blueprint), values);
    this.network = network(blueprint, weights);
    SiteShape site = blueprint.site();
    float[] decoder = weights.get(LegibleBottleneck.decoder(SITE)).toFloatArray();
    this.anchor =
        manager.create(values.getOrDefault(ANCHOR, decoder), new Shape(site.width(), site.atoms()));
    this.bottleneck = new LegibleBottleneck(site, SITE, weights, anchor);
    weights.requireGradients();
  }

  /** An untrained model; equal seeds give equal weights. */
  public static LegibleModel fresh(Blueprint blueprint, long seed) {
    return of(blueprint, initial(blueprint, new SplittableRandom(seed)));
  }

  /**
   * A model with the given weights, as {@link #values()} gives them.
   *
   * @throws IllegalArgumentException when one is missing or has another size
   */
  public static LegibleModel of(Blueprint blueprint, Map<String, float[]> values) {
    NDManager manager = TrainingEngine.manager();
    try {
      return new LegibleModel(manager, blueprint, values);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  static Map<String, long[]> shapes(Blueprint blueprint) {
    var shapes = new LinkedHashMap<>(LegibleBottleneck.shapes(blueprint.site(), SITE));
    shapes.putAll(
        switch (blueprint) {
          case Blueprint.Mlp mlp -> MlpNetwork.shapes(mlp);
          case Blueprint.Transformer transformer -> TransformerNetwork.shapes(transformer);
        });
    return shapes;
  }

  static Network network(Blueprint blueprint, Weights weights) {
    return switch (blueprint) {
      case Blueprint.Mlp mlp -> new MlpNetwork(mlp, weights);
      case Blueprint.Transformer transformer -> new TransformerNetwork(transformer, weights);
    };
  }

  private static Map<String, float[]> initial(Blueprint blueprint, RandomGenerator random) {
    var values = new LinkedHashMap<>(LegibleBottleneck.initial(blueprint.site(), SITE, random));
    values.putAll(
        switch (blueprint) {
          case Blueprint.Mlp mlp -> MlpNetwork.initial(mlp, random);
          case Blueprint.Transformer transformer -> TransformerNetwork.initial(transformer, random);
        });
    return values;
  }

  public Blueprint blueprint() {
    return blueprint;
  }

  /** Every weight by name, row-major {@code [out, in]}, and the anchor. */
  public Map<String, float[]> values() {
    Map<String, float[]> values = weights.values();
    values.put(ANCHOR, anchor.toFloatArray());
    return values;
  }

  /** The anchor's atoms, one unit-like vector {@code [d]} an atom. */
  public double[][] atoms() {
    SiteShape site = blueprint.site();
    float[] columns = anchor.toFloatArray();
    var atoms = new double[site.atoms()][site.width()];
    for (int i = 0; i < columns.length; i++) {
      atoms[i % site.atoms()][i / site.atoms()] = columns[i];
    }
    return atoms;
  }

  /** Name of an atom. */
  public static String name(int atom) {
    return "L0.c" + atom;
  }

  /**
   * Trains on {@code examples}, batch after batch in a shuffled order.
   *
   * @throws IllegalStateException when the loss stops being finite
   */
  public void train(Examples examples, Recipe recipe, StepListener listener) {
    new Training(manager, weights, network, bottleneck, recipe).run(examples, listener);
  }

  /** Runs every routing; {@code seed} chooses the swap of leaks. */
  public Reading read(Inputs inputs, long seed) {
    try (NDManager step = manager.newSubManager()) {
      Forwards forwards = new Forwards(network, bottleneck, Forwards.upload(step, inputs));
      Passage passage = forwards.passage();
      int rows = Math.toIntExact(passage.input().getShape().get(0));
      var swap = new Routing.LeakSwap(Shuffle.rows(rows, new SplittableRandom(seed)));
      return new Reading(
          blueprint.classes(),
          blueprint.site().atoms(),
          forwards.logits(new Routing.Full()).toFloatArray(),
          forwards.logits(new Routing.Legible()).toFloatArray(),
          forwards.logits(swap).toFloatArray(),
          passage.code().toFloatArray(),
          passage.leakEnergy().getFloat());
    }
  }

  /**
   * Logits {@code [B, C]} of the legible twin when the code of {@code inputs} is replaced.
   *
   * @param code {@code [R, m]}, row-major
   */
  public float[] logitsOf(Inputs inputs, float[] code) {
    try (NDManager step = manager.newSubManager()) {
      Forwards forwards = new Forwards(network, bottleneck, Forwards.upload(step, inputs));
      NDArray codes = step.create(code, forwards.passage().code().getShape());
      return forwards.finish(bottleneck.decode(codes)).toFloatArray();
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
