package glassbox.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.GradientCollector;
import glassbox.engine.gradient.TrainingEngine;
import glassbox.engine.legible.LossWeights;
import glassbox.engine.legible.Objective;
import glassbox.engine.legible.Recipe.Curriculum;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Gradients of the whole objective against central differences of it, weight by weight along the
 * gradient's own direction; and which ids count.
 */
class StepLossTest {

  private static final LlamaShape SHAPE =
      new LlamaShape(Counting.VOCABULARY, 8, 2, 2, 12, 16, 1e-5, 10_000);
  private static final LoraShape LORA = new LoraShape(2, 4, List.of("q_proj", "up_proj"));
  private static final LegibleRecipe EVERY_TERM =
      new LegibleRecipe(
          new Bottlenecks(10, 4),
          new Objective.Joint(new LossWeights(0.5, 1, 1, 0.5, 0.3, 0.05, 0.05), false),
          Curriculum.CONSTANT,
          3);
  private static final List<Example> BATCH = Counting.batch(1);
  private static final double STEP = 1e-3;
  private static final double TOLERANCE = 0.02;

  @Test
  void gradientsOfAWholeModelAreDerivatives() {
    Trainer trainer = Trainer.full(SHAPE, plan()).withBottlenecks(EVERY_TERM);
    check(trainer, moved(trainer.initial(new SplittableRandom(3))));
  }

  @Test
  void gradientsOfAnAdapterAreDerivatives() {
    Map<String, float[]> base = moved(Trainer.full(SHAPE, plan()).initial(new SplittableRandom(3)));
    Trainer trainer = Trainer.adapter(SHAPE, base, LORA, plan()).withBottlenecks(EVERY_TERM);
    check(trainer, moved(trainer.initial(new SplittableRandom(4))));
  }

  @Test
  void whatAToolWritesIsReadAndNotPredicted() {
    var whole = new Example(new int[] {1, 2, 3, 4, 5, 6}, 2);
    var masked = new Example(new int[] {1, 2, 3, 4, 5, 6}, 2, List.of(new Example.Given(3, 5)));
    try (NDManager manager = TrainingEngine.manager()) {
      assertThat(places(manager, whole)).containsExactly(1, 2, 3, 4);
      assertThat(places(manager, masked)).containsExactly(1, 4);
    }
  }

  @Test
  void leaksAreSwappedAmongTokensAndNeverWithPadding() {
    try (NDManager manager = TrainingEngine.manager()) {
      List<Example> rows = Counting.batch(2);
      Batch batch = Batch.of(manager, rows, new Routes(8, 8, true, true), new SplittableRandom(5));
      long[] real = batch.read().toLongArray();
      int moved = 0;
      for (int place = 0; place < batch.swap().length; place++) {
        int here = place;
        boolean token = Arrays.stream(real).anyMatch(at -> at == here);
        long from = batch.swap()[place];
        assertThat(Arrays.stream(real).anyMatch(at -> at == from)).isEqualTo(token);
        moved += from == place ? 0 : 1;
      }
      assertThat(moved).isGreaterThan(real.length / 2);
      assertThat(batch.swap()).doesNotHaveDuplicates();
    }
  }

  private static long[] places(NDManager manager, Example example) {
    return Batch.of(manager, List.of(example), Routes.plain(1), new SplittableRandom(0))
        .places()
        .toLongArray();
  }

  private static void check(Trainer trainer, Map<String, float[]> start) {
    float[] held = held(trainer, start);
    Map<String, float[]> gradients = gradients(trainer, start);
    double worst = 0;
    for (String name : gradients.keySet()) {
      float[] gradient = named(gradients, name);
      double norm = norm(gradient);
      assertThat(norm).as("some gradient of %s", name).isGreaterThan(1e-6);
      double ahead = loss(trainer, along(start, name, gradient, STEP / norm), held);
      double behind = loss(trainer, along(start, name, gradient, -STEP / norm), held);
      double slope = (ahead - behind) / (2 * STEP);
      double error = Math.abs(slope - norm) / Math.max(norm, 0.05);
      worst = Math.max(worst, error);
      assertThat(error).as("%s: slope %s, gradient %s", name, slope, norm).isLessThan(TOLERANCE);
    }
    System.out.println("largest relative error of a gradient: " + worst);
  }

  private static NDArray loss(
      NDManager manager, Trainer trainer, Loaded loaded, @Nullable NDArray held) {
    var loss = new StepLoss(loaded.network(), trainer.recipe());
    Batch batch = loss.batch(manager, BATCH, 0, 7);
    return loss.of(manager, batch, 0, held).total();
  }

  private static double loss(Trainer trainer, Map<String, float[]> values, float[] held) {
    try (NDManager manager = TrainingEngine.manager()) {
      var loaded = new Loaded(manager, trainer, values, anchors());
      NDArray fixed =
          manager
              .create(held)
              .reshape(held.length / SHAPE.vocabularySize(), SHAPE.vocabularySize());
      return loss(manager, trainer, loaded, fixed).getFloat();
    }
  }

  private static float[] held(Trainer trainer, Map<String, float[]> values) {
    try (NDManager manager = TrainingEngine.manager()) {
      LlamaNetwork network = new Loaded(manager, trainer, values, anchors()).network();
      Batch batch = new StepLoss(network, trainer.recipe()).batch(manager, BATCH, 0, 7);
      NDArray logits = network.logits(network.forward(manager, batch));
      return logits.get(new NDIndex().addSliceDim(0, batch.predictedPart())).toFloatArray();
    }
  }

  private static Map<String, float[]> gradients(Trainer trainer, Map<String, float[]> values) {
    try (NDManager manager = TrainingEngine.manager()) {
      var loaded = new Loaded(manager, trainer, values, anchors());
      loaded.trained().requireGradients();
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        collector.backward(loss(manager, trainer, loaded, null));
      }
      var gradients = new LinkedHashMap<String, float[]>();
      for (String name : loaded.trained().names()) {
        NDArray gradient = loaded.trained().get(name).getGradient();
        gradient.attach(manager);
        gradients.put(name, gradient.toFloatArray());
      }
      return gradients;
    }
  }

  /** Anchors apart from the atoms, so that they pull. */
  private static Map<String, float[]> anchors() {
    var anchors = new LinkedHashMap<String, float[]>();
    for (int layer = 0; layer < SHAPE.layers(); layer++) {
      anchors.put(Bottlenecks.prefix(layer) + "decoder.weight", new float[8 * 10]);
    }
    return anchors;
  }

  /** First values away from zeros, and wide enough that every term matters. */
  private static Map<String, float[]> moved(Map<String, float[]> values) {
    var random = new SplittableRandom(13);
    for (float[] weight : values.values()) {
      for (int i = 0; i < weight.length; i++) {
        weight[i] += (float) (0.25 * random.nextGaussian());
      }
    }
    return values;
  }

  private static Map<String, float[]> along(
      Map<String, float[]> from, String name, float[] direction, double by) {
    var moved = new LinkedHashMap<>(from);
    float[] values = named(from, name).clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (by * direction[i]);
    }
    moved.put(name, values);
    return moved;
  }

  private static double norm(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  private static float[] named(Map<String, float[]> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  private static TrainingPlan plan() {
    return new TrainingPlan(10, 1e-2, 2, 0, 1, 2);
  }
}
