package glassbox.engine.training;

import ai.djl.ndarray.NDManager;
import glassbox.engine.gradient.TrainingEngine;
import glassbox.engine.gradient.Weights;
import glassbox.engine.legible.Objective;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A run in native memory, from its saved state or the start. */
final class TrainingRun implements AutoCloseable {

  private final Trainer trainer;
  private final Path state;
  private final NDManager manager;
  private final LlamaNetwork network;
  private final Weights weights;
  private final Weights means;
  private final Weights variances;
  private final AdamW optimizer;
  private final Lots lots;
  private long finished;
  private Best best;

  TrainingRun(Trainer trainer, Map<String, float[]> start, Path state) {
    this.trainer = trainer;
    this.state = state;
    TrainingState from =
        Files.exists(state) ? TrainingState.read(state) : TrainingState.fresh(start);
    this.manager = TrainingEngine.manager();
    var loaded = new Loaded(manager, trainer, from.weights(), from.anchors());
    this.network = loaded.network();
    this.weights = loaded.trained();
    this.means = Weights.of(manager, trainer.trainedShapes(), from.means());
    this.variances = Weights.of(manager, trainer.trainedShapes(), from.variances());
    weights.requireGradients();
    this.optimizer = new AdamW(weights, means, variances, trainer.plan());
    this.lots = new Lots(manager, new StepLoss(network, trainer.recipe()), trainer.plan().lots());
    this.finished = from.finishedSteps();
    this.best = from.best();
  }

  /** Trains until {@code last} steps are finished or held-out text says stop. */
  Map<String, float[]> until(long last, BatchSource source, TrainingListener listener) {
    while (finished < last && !stopped()) {
      step(source, listener);
      finished++;
      look(listener);
      boolean calledOff = listener.callsOff();
      if (calledOff
          || finished % trainer.plan().checkpointEvery() == 0
          || finished == last
          || stopped()) {
        save();
      }
      if (calledOff) {
        throw new TrainingCalledOffException(finished);
      }
    }
    return best.weights().isEmpty() ? weights.values() : best.weights();
  }

  private boolean stopped() {
    HeldOut heldOut = trainer.heldOut();
    return heldOut != null && best.misses() >= heldOut.patience();
  }

  private void step(BatchSource source, TrainingListener listener) {
    double progress = (double) finished / trainer.plan().steps();
    Lots.Read read = lots.backward(source, finished, progress);
    try (NDManager work = manager.newSubManager()) {
      optimizer.update(work, finished);
      if (trainsSites()) {
        network.sites().settle(work);
      }
    }
    listener.onStep(finished, read.task(), read.tokens());
  }

  private boolean trainsSites() {
    LegibleRecipe recipe = trainer.recipe();
    return recipe != null && recipe.objective().trains(true);
  }

  private void look(TrainingListener listener) {
    HeldOut heldOut = trainer.heldOut();
    if (heldOut == null
        || (finished % heldOut.every() != 0 && finished != trainer.plan().steps())) {
      return;
    }
    Look look = new Reader(manager, network).look(heldOut.examples());
    float seen = look.loss(legibleWeight());
    boolean better = seen < best.loss();
    best = better ? new Best(seen, finished, 0, weights.values()) : best.missed();
    listener.onLook(finished - 1, look, better);
  }

  private double legibleWeight() {
    LegibleRecipe recipe = trainer.recipe();
    return recipe != null && recipe.objective() instanceof Objective.Joint joint
        ? joint.weights().legibleTask()
        : 0;
  }

  private void save() {
    new TrainingState(
            finished,
            weights.values(),
            means.values(),
            variances.values(),
            network.sites().anchors(),
            best)
        .write(state);
  }

  @Override
  public void close() {
    lots.close();
    manager.close();
  }
}
