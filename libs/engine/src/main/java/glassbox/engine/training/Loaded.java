package glassbox.engine.training;

import ai.djl.ndarray.NDManager;
import glassbox.engine.gradient.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A trainer's network in native memory.
 *
 * @param trained what changes
 * @param network over it and what is frozen
 */
record Loaded(Weights trained, LlamaNetwork network) {

  /**
   * Uploads everything.
   *
   * @param values of what is trained
   * @param anchors of bottlenecks, where a run goes on
   */
  Loaded(
      NDManager manager,
      Trainer trainer,
      Map<String, float[]> values,
      Map<String, float[]> anchors) {
    this(manager, trainer, Weights.of(manager, trainer.trainedShapes(), values), anchors);
  }

  private Loaded(
      NDManager manager, Trainer trainer, Weights trained, Map<String, float[]> anchors) {
    this(trained, network(manager, trainer, trained, anchors));
  }

  private static LlamaNetwork network(
      NDManager manager, Trainer trainer, Weights trained, Map<String, float[]> anchors) {
    var shapes = new LinkedHashMap<>(trainer.allShapes());
    trained.names().forEach(shapes::remove);
    Weights frozen = Weights.of(manager, shapes, trainer.frozen());
    LoraShape lora = trainer.lora();
    return new LlamaNetwork(
        trainer.shape(),
        new Parameters(trained, frozen),
        lora == null ? 0 : lora.scale(),
        sites(manager, trainer, trained, frozen, anchors));
  }

  private static Sites sites(
      NDManager manager,
      Trainer trainer,
      Weights trained,
      Weights frozen,
      Map<String, float[]> anchors) {
    LegibleRecipe recipe = trainer.recipe();
    if (recipe == null) {
      return Sites.NONE;
    }
    Weights owner = recipe.objective().trains(true) ? trained : frozen;
    return Sites.of(manager, trainer.shape(), recipe, owner, anchors);
  }
}
