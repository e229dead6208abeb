package glassbox.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import glassbox.engine.legible.JointLoss;
import glassbox.engine.legible.LossWeights;
import glassbox.engine.legible.Objective;
import glassbox.engine.legible.Passage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What one step lowers, from the examples to a scalar. */
final class StepLoss {

  private final LlamaNetwork network;
  private final @Nullable LegibleRecipe recipe;

  StepLoss(LlamaNetwork network, @Nullable LegibleRecipe recipe) {
    this.network = network;
    this.recipe = recipe;
  }

  /**
   * A step's loss.
   *
   * @param total what is lowered
   * @param task mean negative log-likelihood of the deployed model, in nats a token; the total
   *     where no output is compared
   */
  record Value(NDArray total, NDArray task) {}

  /**
   * Lays the batch of a step out: rows for every forward its terms need.
   *
   * @param progress share of the steps that lies behind
   * @param seed decides the swap of leaks
   */
  Batch batch(NDManager step, List<Example> examples, double progress, long seed) {
    int rows = examples.size();
    var swaps = new SplittableRandom(seed);
    if (recipe == null || recipe.objective() instanceof Objective.TuneHead) {
      return Batch.of(step, examples, Routes.plain(rows), swaps);
    }
    int part = (rows + recipe.everyNth() - 1) / recipe.everyNth();
    LossWeights weights = recipe.weights(progress);
    var routes = new Routes(rows, part, weights.routesLegibly(), weights.causal() > 0);
    return Batch.of(step, Strided.order(examples, recipe.everyNth()), routes, swaps);
  }

  /** The loss of a batch that {@link #batch} laid out. */
  Value of(NDManager step, Batch batch, double progress) {
    return of(step, batch, progress, null);
  }

  /** The same with the logits {@code [P, V]} that the other forwards are compared to given. */
  Value of(NDManager step, Batch batch, double progress, @Nullable NDArray given) {
    LlamaNetwork.Pass pass = network.forward(step, batch);
    if (recipe != null && recipe.objective() instanceof Objective.Reconstruct) {
      NDArray error = squaredError(pass.passages());
      return new Value(error, error);
    }
    NDArray logits = network.logits(pass);
    NDArray full = part(logits, 0, batch.predicted());
    NDArray targets = part(batch.targets(), 0, batch.predicted());
    NDArray task = JointLoss.crossEntropy(full.logSoftmax(1), targets);
    if (recipe == null || batch.routes().part() == 0) {
      return new Value(task, task);
    }
    return new Value(joint(step, batch, pass, logits, task, progress, given), task);
  }

  private NDArray joint(
      NDManager step,
      Batch batch,
      LlamaNetwork.Pass pass,
      NDArray logits,
      NDArray task,
      double progress,
      @Nullable NDArray given) {
    int n = batch.predictedPart();
    NDArray held = given == null ? part(logits, 0, n).stopGradient() : given;
    held.attach(step);
    int at = batch.predicted();
    Optional<NDArray> legible = Optional.empty();
    if (batch.routes().legible()) {
      legible = Optional.of(part(logits, at, at + n));
      at += n;
    }
    Optional<NDArray> swapped =
        batch.routes().swapped() ? Optional.of(part(logits, at, at + n)) : Optional.empty();
    var outputs = new JointLoss.Outputs(task, held, part(batch.targets(), 0, n), legible, swapped);
    LegibleRecipe terms = Objects.requireNonNull(recipe);
    return new JointLoss(terms.weights(progress))
        .of(step, outputs, pass.passages(), network.sites().all());
  }

  private static NDArray squaredError(List<Passage> passages) {
    var errors = new NDList();
    passages.forEach(passage -> errors.add(passage.squaredError()));
    return NDArrays.stack(errors).mean();
  }

  private static NDArray part(NDArray rows, long from, long to) {
    return rows.get(new NDIndex().addSliceDim(from, to));
  }
}
