package glassbox.engine.training;

import ai.djl.ndarray.NDManager;
import glassbox.engine.gradient.TrainingEngine;
import glassbox.engine.legible.Objective;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Trains a whole llama decoder, or a LoRA adapter on a frozen one, with legible bottlenecks or
 * without.
 *
 * <p>Exact: the same start, plan and source give the same weights bit for bit on one machine,
 * whether or not the run was interrupted and whatever runs on other threads. A run stays on the
 * thread that called it, but for the lots of a step where its plan has two.
 *
 * @param shape sizes of the decoder
 * @param lora the adapter, if that is what is trained
 * @param recipe how bottlenecks are trained, if there are any
 * @param frozen weights that do not change
 * @param plan how long and how fast
 * @param heldOut what decides when to stop, if anything does
 */
public record Trainer(
    LlamaShape shape,
    @Nullable LoraShape lora,
    @Nullable LegibleRecipe recipe,
    Map<String, float[]> frozen,
    TrainingPlan plan,
    @Nullable HeldOut heldOut) {

  public Trainer {
    frozen = Map.copyOf(frozen);
  }

  /** Trains every weight of a decoder. */
  public static Trainer full(LlamaShape shape, TrainingPlan plan) {
    return new Trainer(shape, null, null, Map.of(), plan, null);
  }

  /**
   * Trains an adapter.
   *
   * @param base every weight of the frozen decoder, row-major {@code [out, in]}
   */
  public static Trainer adapter(
      LlamaShape shape, Map<String, float[]> base, LoraShape lora, TrainingPlan plan) {
    return new Trainer(shape, lora, null, base, plan, null);
  }

  /**
   * Trains bottlenecks alone to reconstruct what a finished decoder computes: the post-hoc control.
   *
   * @param model every weight of the decoder
   */
  public static Trainer postHoc(
      LlamaShape shape, Map<String, float[]> model, LegibleRecipe recipe, TrainingPlan plan) {
    if (!(recipe.objective() instanceof Objective.Reconstruct)) {
      throw new IllegalArgumentException("bottlenecks after the fact only reconstruct");
    }
    return new Trainer(shape, null, recipe, model, plan, null);
  }

  /** The same with bottlenecks, trained or, when only the rest is tuned, frozen ones. */
  public Trainer withBottlenecks(LegibleRecipe legible) {
    return new Trainer(shape, lora, legible, frozen, plan, heldOut);
  }

  /** The same, with held-out text to decide which weights are kept and when to stop. */
  public Trainer watching(HeldOut text) {
    return new Trainer(shape, lora, recipe, frozen, plan, text);
  }

  /** Seeded first values of what is trained. */
  public Map<String, float[]> initial(RandomGenerator random) {
    var values = new LinkedHashMap<>(FirstValues.of(networkShapes(), random));
    if (recipe != null && recipe.objective().trains(true)) {
      values.putAll(recipe.bottlenecks().initial(shape, random));
    }
    return values;
  }

  /** Names and shapes of what is trained. */
  public Map<String, long[]> trainedShapes() {
    var shapes = new LinkedHashMap<>(networkShapes());
    if (recipe != null && recipe.objective().trains(true)) {
      shapes.putAll(recipe.bottlenecks().weights(shape));
    }
    return shapes;
  }

  private Map<String, long[]> networkShapes() {
    if (recipe != null && !recipe.objective().trains(false)) {
      return Map.of();
    }
    return lora == null ? shape.weights() : lora.weights(shape);
  }

  /** Names and shapes of everything there is. */
  Map<String, long[]> allShapes() {
    var shapes = new LinkedHashMap<>(shape.weights());
    if (lora != null) {
      shapes.putAll(lora.weights(shape));
    }
    if (recipe != null) {
      shapes.putAll(recipe.bottlenecks().weights(shape));
    }
    return shapes;
  }

  /**
   * Trains up to step {@code until} and gives the trained values, those with the lowest held-out
   * loss where there is held-out text.
   *
   * @param start values before the first step; unused when {@code state} exists
   * @param source examples of each step
   * @param state file the run resumes from and saves to
   * @param until steps to have finished on return, at most the plan's
   * @throws IllegalStateException when a gradient is not finite
   * @throws TrainingCalledOffException when the listener calls the run off
   */
  public Map<String, float[]> run(
      Map<String, float[]> start,
      BatchSource source,
      Path state,
      long until,
      TrainingListener listener) {
    try (var run = new TrainingRun(this, start, state)) {
      return run.until(Math.min(until, plan.steps()), source, listener);
    }
  }

  /** Steps that the run saved in {@code state} has finished; 0 when nothing is saved there. */
  public static long finishedSteps(Path state) {
    return Files.exists(state) ? TrainingState.read(state).finishedSteps() : 0;
  }

  /**
   * Reads every example through the deployed model and its legible twin, in order.
   *
   * @param trained values of {@link #trainedShapes()}
   */
  public void read(
      Map<String, float[]> trained, List<Example> examples, Consumer<LegibleReading> listener) {
    if (recipe == null) {
      throw new IllegalStateException("a model without bottlenecks has no code to read");
    }
    try (NDManager manager = TrainingEngine.manager()) {
      new Reader(manager, network(manager, trained)).read(examples, listener);
    }
  }

  /** Losses of {@code examples}, each predicted id counted once. */
  public Look look(Map<String, float[]> trained, List<Example> examples) {
    try (NDManager manager = TrainingEngine.manager()) {
      return new Reader(manager, network(manager, trained)).look(examples);
    }
  }

  /**
   * Log-probabilities {@code [T * V]} in nats after each of {@code ids}, by the training forward.
   *
   * @param trained values of {@link #trainedShapes()}
   * @param legible whether every site hands on what its code explains alone
   */
  public float[] logProbs(Map<String, float[]> trained, int[] ids, boolean legible) {
    try (NDManager manager = TrainingEngine.manager()) {
      return new Scores(manager, network(manager, trained)).logProbs(ids, legible);
    }
  }

  /** The same of the deployed model. */
  public float[] logProbs(Map<String, float[]> trained, int[] ids) {
    return logProbs(trained, ids, false);
  }

  private LlamaNetwork network(NDManager manager, Map<String, float[]> trained) {
    return new Loaded(manager, this, trained, Map.of()).network();
  }
}
