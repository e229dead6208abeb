package glassbox.lab.legible;

import glassbox.engine.legible.Blueprint;
import glassbox.engine.legible.LegibleModel;
import glassbox.engine.legible.LossWeights;
import glassbox.engine.legible.Objective;
import glassbox.engine.legible.Reading;
import glassbox.engine.legible.Recipe;
import glassbox.engine.legible.Recipe.Curriculum;
import glassbox.engine.legible.Recipe.Decay;
import glassbox.engine.legible.SiteShape;
import glassbox.engine.legible.StepListener;
import java.util.List;
import java.util.Map;

/** Does a bottleneck live beside attention? */
final class SequenceExperiment implements Experiment {

  private static final String OPAQUE = "opaque";
  private static final int BATCH = 256;
  private static final double RATE = 1e-3;

  private final int steps;

  SequenceExperiment(int steps) {
    this.steps = steps;
  }

  @Override
  public String name() {
    return "sequence";
  }

  @Override
  public String question() {
    return "The class is the largest of 8 tokens below 10; one block of causal attention (width 96,"
        + " 4 heads) whose 256 hidden units are read through 128 atoms, 8 active. Judged on 1,800"
        + " sequences that were not trained on.";
  }

  @Override
  public List<Arm> arms() {
    LossWeights ours = LossWeights.DEFAULT.withLeak(0.5);
    return List.of(
        arm("full", "every term", recipe(ours, Decay.COSINE)),
        arm("published-recipe", "constant learning rate", recipe(ours, Decay.NONE)),
        arm(
            "reconstruction-only",
            "cross-entropy and leak",
            recipe(LossWeights.RECONSTRUCTION_ONLY, Decay.COSINE)),
        arm(OPAQUE, "cross-entropy alone", recipe(LossWeights.OPAQUE, Decay.COSINE)));
  }

  private static Arm arm(String name, String meaning, Recipe recipe) {
    return new Arm(name, meaning, List.of(recipe));
  }

  private Recipe recipe(LossWeights weights, Decay decay) {
    return new Recipe(
        steps, BATCH, RATE, decay, Curriculum.CONSTANT, new Objective.Joint(weights, false), 0);
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.atLeast(Judgement.ACCURACY_LEGIBLE, "legible accuracy", 0.999),
        Metric.plain(Judgement.ACCURACY_FULL, "full accuracy"),
        Metric.plain(Judgement.DELTA, "delta"),
        Metric.plain("delta_p95", "delta p95"),
        Metric.plain("agreement", "agreement"),
        Metric.plain(Judgement.LEAK_SWAP, "leak-swap"));
  }

  @Override
  public List<Published> published() {
    return List.of(
        new Published(
            "published, one seed",
            Map.of(Judgement.ACCURACY_LEGIBLE, 0.9994, Judgement.DELTA, 2e-5)));
  }

  @Override
  public Measurement run(Arm arm, long seed, StepListener listener) {
    Seeds seeds = Seeds.of(seed);
    SequenceTask task = SequenceTask.of(seeds.world());
    var blueprint =
        new Blueprint.Transformer(
            SequenceTask.VOCABULARY,
            SequenceTask.LENGTH,
            96,
            4,
            SequenceTask.VOCABULARY,
            new SiteShape(256, 128, 8));
    try (LegibleModel model =
        Trained.model(blueprint, arm, seeds, phase -> task.trained(), listener)) {
      Reading reading = model.read(task.held().inputs(), seeds.swaps());
      Map<String, Double> numbers = Judgement.of(reading, task.held().classes());
      if (arm.name().equals(OPAQUE)) {
        numbers.keySet().retainAll(List.of(Judgement.ACCURACY_FULL));
      }
      return new Measurement(recipe(arm), numbers, Map.of());
    }
  }
}
