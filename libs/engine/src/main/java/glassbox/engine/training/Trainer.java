package glassbox.engine.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import glassbox.engine.gradient.TrainingEngine;
import glassbox.engine.gradient.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Trains a whole llama decoder, or a LoRA adapter on a frozen one.
 *
 * <p>Exact: the same start, plan and source give the same weights bit for bit on one machine,
 * whether or not the run was interrupted. One trainer at a time in a process.
 */
public final class Trainer {

  private final LlamaShape shape;
  private final @Nullable LoraShape lora;
  private final Map<String, float[]> frozen;
  private final Map<String, long[]> trainedShapes;
  private final TrainingPlan plan;

  private Trainer(
      LlamaShape shape,
      @Nullable LoraShape lora,
      Map<String, float[]> frozen,
      Map<String, long[]> trainedShapes,
      TrainingPlan plan) {
    this.shape = shape;
    this.lora = lora;
    this.frozen = frozen;
    this.trainedShapes = trainedShapes;
    this.plan = plan;
  }

  /** Trains every weight of a decoder. */
  public static Trainer full(LlamaShape shape, TrainingPlan plan) {
    return new Trainer(shape, null, Map.of(), shape.weights(), plan);
  }

  /**
   * Trains an adapter.
   *
   * @param base every weight of the frozen decoder, row-major {@code [out, in]}
   */
  public static Trainer adapter(
      LlamaShape shape, Map<String, float[]> base, LoraShape lora, TrainingPlan plan) {
    return new Trainer(shape, lora, Map.copyOf(base), lora.weights(shape), plan);
  }

  /** Seeded first values of what is trained. */
  public Map<String, float[]> initial(RandomGenerator random) {
    return FirstValues.of(trainedShapes, random);
  }

  /** Names and shapes of what is trained. */
  public Map<String, long[]> trainedShapes() {
    return trainedShapes;
  }

  /**
   * Trains up to step {@code until} and gives the trained values.
   *
   * @param start values before the first step; unused when {@code state} exists
   * @param source examples of each step
   * @param state file the run resumes from and saves to
   * @param until steps to have finished on return, at most the plan's
   * @throws IllegalStateException when a gradient is not finite
   */
  public Map<String, float[]> run(
      Map<String, float[]> start,
      BatchSource source,
      Path state,
      long until,
      TrainingListener listener) {
    TrainingState from =
        Files.exists(state) ? TrainingState.read(state) : TrainingState.fresh(start);
    try (NDManager manager = TrainingEngine.manager()) {
      var weights = Weights.of(manager, trainedShapes, from.weights());
      var means = Weights.of(manager, trainedShapes, from.means());
      var variances = Weights.of(manager, trainedShapes, from.variances());
      weights.requireGradients();
      LlamaNetwork network = network(manager, weights);
      var optimizer = new AdamW(weights, means, variances, plan);
      long last = Math.min(until, plan.steps());
      for (long step = from.finishedSteps(); step < last; step++) {
        step(manager, network, optimizer, source.batch(step), step, listener);
        if ((step + 1) % plan.checkpointEvery() == 0 || step + 1 == last) {
          new TrainingState(step + 1, weights.values(), means.values(), variances.values())
              .write(state);
        }
      }
      return weights.values();
    }
  }

  private LlamaNetwork network(NDManager manager, Weights trained) {
    if (lora == null) {
      return new LlamaNetwork(shape, trained, null, 0);
    }
    Weights base = Weights.of(manager, shape.weights(), frozen);
    return new LlamaNetwork(shape, base, trained, lora.scale());
  }

  private static void step(
      NDManager manager,
      LlamaNetwork network,
      AdamW optimizer,
      List<Example> examples,
      long step,
      TrainingListener listener) {
    try (NDManager work = manager.newSubManager()) {
      Batch batch = Batch.of(work, examples);
      double loss;
      try (GradientCollector collector = engine().newGradientCollector()) {
        NDArray mean = network.loss(work, batch);
        collector.backward(mean);
        loss = mean.getFloat();
      }
      optimizer.update(work, step);
      listener.onStep(step, loss, batch.tokens());
    }
  }

  private static Engine engine() {
    return Engine.getInstance();
  }

  /**
   * Log-probabilities {@code [T * V]} in nats after each of {@code ids}, by the training forward.
   *
   * @param trained values of {@link #trainedShapes()}
   */
  public float[] logProbs(Map<String, float[]> trained, int[] ids) {
    try (NDManager manager = TrainingEngine.manager()) {
      return network(manager, Weights.of(manager, trainedShapes, trained)).logProbs(manager, ids);
    }
  }
}
