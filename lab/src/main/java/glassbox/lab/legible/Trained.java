package glassbox.lab.legible;

import glassbox.engine.legible.Blueprint;
import glassbox.engine.legible.Examples;
import glassbox.engine.legible.LegibleModel;
import glassbox.engine.legible.Recipe;
import glassbox.engine.legible.StepListener;
import java.util.function.Function;

/** Trains a fresh model through the phases of an arm. */
final class Trained {

  private Trained() {}

  /**
   * The caller closes the model.
   *
   * @param data the examples of each phase
   */
  static LegibleModel model(
      Blueprint blueprint,
      Arm arm,
      Seeds seeds,
      Function<Recipe, Examples> data,
      StepListener listener) {
    LegibleModel model = LegibleModel.fresh(blueprint, seeds.weights());
    try {
      int before = 0;
      for (Recipe phase : arm.phases()) {
        int from = before;
        model.train(
            data.apply(phase),
            phase.withSeed(seeds.batches() + from),
            (step, loss) -> listener.onStep(from + step, loss));
        before += phase.steps();
      }
      return model;
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }
}
