package glassbox.lab.training;

import glassbox.engine.legible.LossWeights;
import glassbox.engine.legible.Objective;
import glassbox.engine.legible.Recipe.Curriculum;
import glassbox.engine.training.Bottlenecks;
import glassbox.engine.training.LegibleRecipe;
import glassbox.engine.training.LoraShape;
import glassbox.engine.training.TrainingPlan;
import java.util.List;

/**
 * Sizes and plans of everything that ships.
 *
 * @param seed of the world, the first weights and the batches
 * @param vocabularySize most tokens of the shared vocabulary
 * @param batchSize examples of a batch; a step of the base reads two
 * @param judged held-out texts that calibrate and name a finished model; a fifth as many watch it
 *     while it learns
 * @param copying plan of the base's first training, on lists to say again alone
 * @param base plan of its second, on everything that it is to know
 * @param refinement plan of its third, on more worked tasks and on repairs
 * @param specialist plan of the full finance specialist, which starts from the base
 * @param adapter plan of each adapter
 * @param legible bottlenecks of each model
 */
public record Recipe(
    long seed,
    int vocabularySize,
    int batchSize,
    int judged,
    TrainingPlan copying,
    TrainingPlan base,
    TrainingPlan refinement,
    TrainingPlan specialist,
    TrainingPlan adapter,
    LegibleRecipe legible) {

  static final int HIDDEN = 128;
  static final int LAYERS = 4;
  static final int HEADS = 4;
  static final int INTERMEDIATE = 320;
  static final int CONTEXT = 512;
  static final double EPSILON = 1e-5;
  static final double THETA = 10_000;

  /** Steps between two looks at held-out text, and looks without progress that end training. */
  static final int LOOK_EVERY = 50;

  static final int PATIENCE = 20;

  static final LoraShape LORA =
      new LoraShape(
          8,
          16,
          List.of("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"));

  /** The published objective; its comparing forwards read a quarter of each batch. */
  static final LegibleRecipe LEGIBLE =
      new LegibleRecipe(
          new Bottlenecks(384, 24),
          new Objective.Joint(LossWeights.DEFAULT, false),
          Curriculum.CONSTANT,
          4);

  /** The shipped recipe with other numbers of steps. */
  public static Recipe shipped(
      long seed,
      int copyingSteps,
      int baseSteps,
      int refinementSteps,
      int specialistSteps,
      int adapterSteps) {
    return new Recipe(
        seed,
        1700,
        48,
        600,
        new TrainingPlan(copyingSteps, 3e-3, 100, 0.02, 1, 50).withMatrixRate(0.02).inTwoLots(),
        new TrainingPlan(baseSteps, 3e-3, 100, 0.02, 1, 50).withMatrixRate(0.02).inTwoLots(),
        new TrainingPlan(refinementSteps, 1.5e-3, 30, 0.02, 1, 50).withMatrixRate(0.01).inTwoLots(),
        new TrainingPlan(specialistSteps, 2e-3, 30, 0.02, 1, 50),
        new TrainingPlan(adapterSteps, 5e-3, 30, 0, 1, 50),
        LEGIBLE);
  }
}
