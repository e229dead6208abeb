package glassbox.engine.legible;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import glassbox.engine.gradient.TrainingEngine;
import glassbox.engine.gradient.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gradients of the whole objective against central differences of it, weight by weight along the
 * gradient's own direction.
 */
class GradientTest {

  private static final LossWeights EVERY_TERM =
      new LossWeights(0.5, 1, 1, 0.5, 0.3, 0.05, 0.05, 0.05);
  private static final double STEP = 1e-3;
  private static final double TOLERANCE = 0.02;

  @Test
  void mlpGradientsAreDerivatives() {
    var blueprint = new Blueprint.Mlp(7, 3, new SiteShape(5, 6, 3));
    float[] values = Initial.normal(8 * 5, new SplittableRandom(3));
    check(new Probe(blueprint, new Inputs.Features(values, 5), 8, false));
  }

  @Test
  void transformerGradientsAreDerivatives() {
    var blueprint = new Blueprint.Transformer(5, 3, 8, 2, 4, new SiteShape(12, 10, 4));
    long[] ids = new SplittableRandom(5).longs(8 * 3, 0, 5).toArray();
    check(new Probe(blueprint, new Inputs.Tokens(ids, 3), 24, false));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void outputsShapeTheCodeUnlessItIsSeparate(boolean separate) {
    var blueprint = new Blueprint.Mlp(7, 3, new SiteShape(5, 6, 3));
    float[] values = Initial.normal(8 * 5, new SplittableRandom(3));
    var probe = new Probe(blueprint, new Inputs.Features(values, 5), 8, separate);
    Map<String, float[]> weights = probe.start();
    var outputsAlone = new LossWeights(0.5, 1, 0, 0.5, 0, 0, 0);
    double norm =
        norm(
            named(
                probe.gradients(weights, outputsAlone),
                LegibleBottleneck.decoder(LegibleModel.SITE)));
    assertThat(norm == 0).isEqualTo(separate);
  }

  private static void check(Probe probe) {
    Map<String, float[]> start = probe.start();
    float[] held = probe.full(start);
    Map<String, float[]> gradients = probe.gradients(start, EVERY_TERM);
    double worst = 0;
    for (String name : gradients.keySet()) {
      float[] gradient = named(gradients, name);
      double norm = norm(gradient);
      assertThat(norm).as("some gradient of %s", name).isGreaterThan(1e-6);
      double ahead = probe.loss(moved(start, name, gradient, STEP / norm), held);
      double behind = probe.loss(moved(start, name, gradient, -STEP / norm), held);
      double slope = (ahead - behind) / (2 * STEP);
      double error = Math.abs(slope - norm) / Math.max(norm, 0.02);
      worst = Math.max(worst, error);
      assertThat(error).as("%s: slope %s, gradient %s", name, slope, norm).isLessThan(TOLERANCE);
    }
    System.out.println("largest relative error of a gradient: " + worst);
  }

  /** Each row gets the next one's leak: with its own, the total variation would have a kink. */
  private static long[] next(int rows) {
    return LongStream.range(0, rows).map(row -> (row + 1) % rows).toArray();
  }

  private static float[] named(Map<String, float[]> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  private static double norm(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  private static Map<String, float[]> moved(
      Map<String, float[]> from, String name, float[] direction, double by) {
    var moved = new LinkedHashMap<>(from);
    float[] values = named(from, name).clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (by * direction[i]);
    }
    moved.put(name, values);
    return moved;
  }

  /** The objective as a function of the weights, everything else fixed. */
  private record Probe(Blueprint blueprint, Inputs inputs, int rows, boolean separate) {

    /** First values; biases and anchors away from the zeros they begin with. */
    Map<String, float[]> start() {
      try (LegibleModel model = LegibleModel.fresh(blueprint, 11)) {
        Map<String, float[]> values = model.values();
        var random = new SplittableRandom(13);
        for (float[] weight : values.values()) {
          for (int i = 0; i < weight.length; i++) {
            weight[i] += (float) (0.1 * random.nextGaussian());
          }
        }
        return values;
      }
    }

    float[] full(Map<String, float[]> values) {
      try (LegibleModel model = LegibleModel.of(blueprint, values)) {
        return model.read(inputs, 0).full();
      }
    }

    double loss(Map<String, float[]> values, float[] held) {
      try (NDManager manager = TrainingEngine.manager()) {
        var parts = new Parts(manager, blueprint, values);
        NDArray fixed = manager.create(held, new Shape(inputs.rows(), blueprint.classes()));
        return parts.loss(this, manager, EVERY_TERM, fixed).getFloat();
      }
    }

    Map<String, float[]> gradients(Map<String, float[]> values, LossWeights terms) {
      try (NDManager manager = TrainingEngine.manager()) {
        var parts = new Parts(manager, blueprint, values);
        parts.weights().requireGradients();
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
          collector.backward(parts.loss(this, manager, terms, null));
        }
        var gradients = new LinkedHashMap<String, float[]>();
        for (String name : parts.weights().names()) {
          NDArray gradient = parts.weights().get(name).getGradient();
          gradient.attach(manager);
          gradients.put(name, gradient.toFloatArray());
        }
        return gradients;
      }
    }
  }

  private record Parts(Weights weights, Network network, LegibleBottleneck site) {

    Parts(NDManager manager, Blueprint blueprint, Map<String, float[]> values) {
      this(
          Weights.of(manager, LegibleModel.shapes(blueprint), values),
          manager,
          blueprint,
          named(values, LegibleModel.ANCHOR));
    }

    private Parts(Weights weights, NDManager manager, Blueprint blueprint, float[] anchor) {
      this(
          weights,
          LegibleModel.network(blueprint, weights),
          new LegibleBottleneck(
              blueprint.site(),
              LegibleModel.SITE,
              weights,
              manager.create(
                  anchor, new Shape(blueprint.site().width(), blueprint.site().atoms()))));
    }

    NDArray loss(Probe probe, NDManager manager, LossWeights terms, @Nullable NDArray given) {
      var forwards =
          new Forwards(network, site, Forwards.upload(manager, probe.inputs()), probe.separate());
      long[] classes =
          new SplittableRandom(7)
              .longs(probe.inputs().rows(), 0, probe.blueprint().classes())
              .toArray();
      NDArray targets = manager.create(classes, new Shape(classes.length, 1));
      long[] swap = next(probe.rows());
      var loss = new JointLoss(terms);
      NDArray full = forwards.logits(new Routing.Full());
      NDArray held = given == null ? full.stopGradient() : given;
      held.attach(manager);
      return loss.of(
          manager,
          forwards.outputs(terms, targets, swap, full, held),
          List.of(forwards.passage()),
          List.of(site));
    }
  }
}
