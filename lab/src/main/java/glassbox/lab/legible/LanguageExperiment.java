package glassbox.lab.legible;

import glassbox.engine.legible.LossWeights;
import glassbox.engine.legible.Objective;
import glassbox.engine.legible.Recipe;
import glassbox.engine.legible.Recipe.Curriculum;
import glassbox.engine.legible.Recipe.Decay;
import glassbox.engine.legible.StepListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Is a language model legible by construction, or can it be explained as well afterwards? */
final class LanguageExperiment implements Experiment {

  static final int STEPS = 500;
  static final String LOSS = "held_out_loss";

  private static final int POST_HOC_STEPS = 400;
  private static final int BATCH = 32;
  private static final double RATE = 3e-3;

  private final int steps;
  private final double target;
  private final Path work;

  /**
   * @param steps most steps of a language model
   * @param target held-out loss of the deployed model, in nats a token, at which training stops
   * @param work folder of the runs' states
   */
  LanguageExperiment(int steps, double target, Path work) {
    this.steps = steps;
    this.target = target;
    this.work = work.resolve(name());
  }

  @Override
  public String name() {
    return "lm";
  }

  @Override
  public String question() {
    return ("Language models (llama, width %d, %d layers, bottlenecks of %d atoms, %d active, on"
            + " every layer's feed-forward output) learn the whole demo world's text from"
            + " nothing. Every arm stops when the held-out loss of the deployed model, looked at"
            + " every %d steps, has fallen to %.2f nats a token, or after %d steps, so that deltas"
            + " are compared at like loss. Post-hoc bottlenecks are then trained for %d steps on"
            + " the opaque model. Judged on held-out text of the same world; an atom is named when"
            + " it fits a concept of the world with F1 of .5 or more on text that the concept was"
            + " not chosen on. Seeds differ in first weights and batches.")
        .formatted(
            LanguageRun.WIDTH,
            LanguageRun.LAYERS,
            LanguageRun.SITES.atoms(),
            LanguageRun.SITES.active(),
            LanguageRun.LOOK_EVERY,
            target,
            steps,
            POST_HOC_STEPS);
  }

  @Override
  public List<Arm> arms() {
    return List.of(
        arm("full", "every term, by construction", LossWeights.DEFAULT),
        arm("reconstruction-only", "cross-entropy and leak", LossWeights.RECONSTRUCTION_ONLY),
        new Arm(
            "post-hoc",
            "sparse autoencoders on the finished opaque model",
            List.of(
                joint(LossWeights.OPAQUE), recipe(POST_HOC_STEPS, new Objective.Reconstruct()))),
        arm("no-leak", "without the leak term", LossWeights.DEFAULT.withLeak(0)),
        arm("no-causal", "without swapped leaks", LossWeights.DEFAULT.withCausal(0)),
        arm("opaque", "cross-entropy alone; bottlenecks as they were drawn", LossWeights.OPAQUE));
  }

  private Arm arm(String name, String meaning, LossWeights weights) {
    return new Arm(name, meaning, List.of(joint(weights)));
  }

  private Recipe joint(LossWeights weights) {
    return recipe(steps, new Objective.Joint(weights, false));
  }

  private static Recipe recipe(int steps, Objective objective) {
    return new Recipe(steps, BATCH, RATE, Decay.COSINE, Curriculum.CONSTANT, objective, 0);
  }

  @Override
  public String recipe(Arm arm) {
    return name() + " to " + target + " " + LanguageRun.SITES + " " + arm.phases();
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.plain(Judgement.DELTA, "delta"),
        Metric.plain("delta_p95", "delta p95"),
        Metric.plain("agreement", "agreement"),
        Metric.plain(LOSS, "held-out loss"),
        Metric.plain("legible_loss", "legible loss"),
        Metric.plain("named_share", "atoms named"),
        Metric.plain("concepts", "concepts named"),
        Metric.plain("alive_atoms", "living atoms"),
        Metric.plain("steps", "steps"));
  }

  @Override
  public List<Published> published() {
    return List.of(
        published("published, by construction", 0.467),
        published("published, reconstruction-only", 0.645),
        published("published, post-hoc", 0.657));
  }

  private static Published published(String label, double delta) {
    return new Published(label, Map.of(Judgement.DELTA, delta));
  }

  @Override
  public Measurement run(Arm arm, long seed, StepListener listener) {
    try (var run = new LanguageRun(arm, Seeds.of(seed), seed, target, work, listener)) {
      return new Measurement(recipe(arm), run.numbers(), Map.of());
    }
  }
}
