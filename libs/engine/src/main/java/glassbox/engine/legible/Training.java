package glassbox.engine.legible;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import glassbox.engine.gradient.GradientTape;
import glassbox.engine.gradient.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** One training run; equal starts and recipes give equal weights, bit for bit on one machine. */
final class Training {

  private final NDManager manager;
  private final Network network;
  private final LegibleBottleneck bottleneck;
  private final Recipe recipe;
  private final Adam adam;
  private final SplittableRandom shuffles;
  private final SplittableRandom swaps;

  Training(
      NDManager manager,
      Weights weights,
      Network network,
      LegibleBottleneck bottleneck,
      Recipe recipe) {
    this.manager = manager;
    this.network = network;
    this.bottleneck = bottleneck;
    this.recipe = recipe;
    this.shuffles = new SplittableRandom(recipe.seed());
    this.swaps = shuffles.split();
    this.adam =
        new Adam(
            manager,
            weights,
            name -> recipe.objective().trains(name.startsWith(LegibleModel.SITE)));
  }

  void run(Examples examples, StepListener listener) {
    int perEpoch = examples.size() / recipe.batch();
    if (perEpoch < 1) {
      throw new IllegalArgumentException(
          examples.size() + " examples do not fill a batch of " + recipe.batch());
    }
    int[] order = new int[0];
    for (int step = 0; step < recipe.steps(); step++) {
      int at = step % perEpoch;
      order = at == 0 ? Shuffle.indices(examples.size(), shuffles) : order;
      int from = at * recipe.batch();
      Examples batch = examples.select(Arrays.copyOfRange(order, from, from + recipe.batch()));
      listener.onStep(step, step(batch, step));
    }
  }

  private double step(Examples batch, int index) {
    try (NDManager step = manager.newSubManager()) {
      double value;
      try (GradientTape tape = new GradientTape()) {
        NDArray loss = loss(step, batch, index);
        tape.backward(loss);
        value = loss.getFloat();
      }
      if (!Double.isFinite(value)) {
        throw new IllegalStateException("the loss of step " + index + " is not finite");
      }
      adam.update(step, recipe.rate(index));
      bottleneck.settle(step);
      return value;
    }
  }

  private NDArray loss(NDManager step, Examples batch, int index) {
    boolean separate = recipe.objective() instanceof Objective.Joint joint && joint.separate();
    NDArray inputs = Forwards.upload(step, batch.inputs());
    var forwards = new Forwards(network, bottleneck, inputs, separate);
    return switch (recipe.objective()) {
      case Objective.Reconstruct reconstruct -> forwards.passage().squaredError();
      case Objective.TuneHead tune -> joint(step, forwards, LossWeights.OPAQUE, batch);
      case Objective.Joint joint ->
          joint(step, forwards, recipe.weights(index, joint.weights()), batch);
    };
  }

  private NDArray joint(NDManager step, Forwards forwards, LossWeights weights, Examples batch) {
    long[] classes = Arrays.stream(batch.classes()).asLongStream().toArray();
    NDArray targets = step.create(classes, new Shape(classes.length, 1));
    int rows = Math.toIntExact(forwards.passage().input().getShape().get(0));
    long[] swap = weights.causal() > 0 ? Shuffle.rows(rows, swaps) : new long[0];
    NDArray full = forwards.logits(new Routing.Full());
    NDArray held = full.stopGradient();
    held.attach(step);
    return new JointLoss(weights)
        .of(
            step,
            forwards.outputs(weights, targets, swap, full, held),
            List.of(forwards.passage()),
            List.of(bottleneck));
  }
}
