package glassbox.lab.training;

import glassbox.engine.training.LoraShape;
import glassbox.engine.training.TrainingPlan;
import java.util.List;

/**
 * Sizes and plans of everything that ships.
 *
 * @param seed of the world, the first weights and the batches
 * @param vocabularySize most tokens of the shared vocabulary
 * @param batchSize examples of a step
 * @param base plan of the general base
 * @param specialist plan of the full finance specialist, which starts from the base
 * @param adapter plan of each adapter
 */
public record Recipe(
    long seed,
    int vocabularySize,
    int batchSize,
    TrainingPlan base,
    TrainingPlan specialist,
    TrainingPlan adapter) {

  static final int HIDDEN = 128;
  static final int LAYERS = 4;
  static final int HEADS = 4;
  static final int INTERMEDIATE = 320;
  static final int CONTEXT = 512;
  static final double EPSILON = 1e-5;
  static final double THETA = 10_000;
  static final LoraShape LORA =
      new LoraShape(
          8,
          16,
          List.of("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"));

  /** The shipped recipe with other numbers of steps. */
  public static Recipe shipped(long seed, int baseSteps, int specialistSteps, int adapterSteps) {
    return new Recipe(
        seed,
        1024,
        48,
        new TrainingPlan(baseSteps, 3e-3, 100, 0.02, 1, 100),
        new TrainingPlan(specialistSteps, 2e-3, 30, 0.02, 1, 100),
        new TrainingPlan(adapterSteps, 5e-3, 30, 0, 1, 100));
  }
}
