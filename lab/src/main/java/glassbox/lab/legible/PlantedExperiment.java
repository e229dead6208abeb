package glassbox.lab.legible;

import glassbox.engine.legible.LegibleModel;
import glassbox.engine.legible.LossWeights;
import glassbox.engine.legible.Reading;
import glassbox.engine.legible.StepListener;
import java.util.List;
import java.util.Map;

/** Are the concepts found, do they cause the answer, and does nothing else? */
final class PlantedExperiment implements Experiment {

  private static final String OPAQUE = "opaque";
  private static final int CLASSES = 6;

  private final int steps;

  PlantedExperiment(int steps) {
    this.steps = steps;
  }

  @Override
  public String name() {
    return "planted";
  }

  @Override
  public String question() {
    return "The class is how many of 5 relevant concepts are present, out of 12 that are mixed into"
        + " 48 inputs with noise. Each seed has its own world, first weights and batches; judged on"
        + " 4,000 inputs that were not trained on.";
  }

  @Override
  public List<Arm> arms() {
    LossWeights ours = PlantedRecipes.OURS;
    return List.of(
        joint("full", "every term", ours),
        joint(
            "no-legible-task", "without the legible twin's cross-entropy", ours.withLegibleTask(0)),
        joint("no-faithfulness", "without the divergence of the twins", ours.withFaithfulness(0)),
        joint("no-leak", "without the leak's energy", ours.withLeak(0)),
        joint("no-causal", "without the swap of leaks", ours.withCausal(0)),
        joint("no-anchor", "without the anchor", ours.withAnchor(0)),
        joint("no-usage", "without usage and offset", ours.withUsage(0).withOffset(0)),
        joint("no-offset", "with a free offset", ours.withOffset(0)),
        joint(
            "sum",
            "the published sum in place of usage and offset",
            ours.withUsage(0).withOffset(0).withSparsity(0.002)),
        new Arm(
            "not-separate",
            "every term, and outputs shape the code too",
            List.of(PlantedRecipes.ours(ours, steps, false))),
        constant("reconstruction-only", "cross-entropy and leak", LossWeights.RECONSTRUCTION_ONLY),
        constant("published-recipe", "the published weights", PlantedRecipes.PUBLISHED),
        new Arm(
            "post-hoc",
            "a sparse autoencoder fitted to the opaque twin",
            List.of(
                PlantedRecipes.constant(LossWeights.OPAQUE, steps), PlantedRecipes.autoencoder())),
        constant(OPAQUE, "cross-entropy alone", LossWeights.OPAQUE));
  }

  private Arm joint(String name, String meaning, LossWeights weights) {
    return new Arm(name, meaning, List.of(PlantedRecipes.ours(weights, steps)));
  }

  private Arm constant(String name, String meaning, LossWeights weights) {
    return new Arm(name, meaning, List.of(PlantedRecipes.constant(weights, steps)));
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.atLeast("recovery", "recovery", 0.966),
        Metric.atLeast("directional", "directional", 0.94),
        Metric.atMost(Judgement.LEAK_SWAP, "leak-swap", 0.0054),
        Metric.atMost(Judgement.DELTA, "delta", 0.0021),
        Metric.atLeast("necessity", "necessity", 0.77),
        Metric.atLeast(Judgement.ACCURACY_LEGIBLE, "legible accuracy", 0.998),
        Metric.plain(Judgement.ACCURACY_FULL, "full accuracy"),
        Metric.plain("recovery_min", "least recovery"),
        Metric.plain("active_atoms", "active atoms"));
  }

  @Override
  public List<Published> published() {
    return List.of(
        new Published(
            "published, one seed",
            Map.of(
                "recovery",
                0.919,
                "directional",
                0.817,
                Judgement.LEAK_SWAP,
                0.0054,
                Judgement.DELTA,
                0.0021,
                "necessity",
                0.773,
                Judgement.ACCURACY_LEGIBLE,
                0.999)),
        new Published(
            "published, run again, five seeds",
            Map.of(
                "recovery",
                0.911,
                "directional",
                0.799,
                Judgement.LEAK_SWAP,
                0.0078,
                Judgement.DELTA,
                0.0040,
                "necessity",
                0.720,
                Judgement.ACCURACY_LEGIBLE,
                0.998)));
  }

  @Override
  public Measurement run(Arm arm, long seed, StepListener listener) {
    Seeds seeds = Seeds.of(seed);
    PlantedWorld world = PlantedWorld.sum(seeds.world());
    var blueprint = PlantedRecipes.blueprint(PlantedWorld.WIDTH, CLASSES, PlantedRecipes.ACTIVE);
    try (LegibleModel model =
        Trained.model(blueprint, arm, seeds, phase -> world.trained().examples(), listener)) {
      return new Measurement(recipe(arm), judge(arm, model, world.held(), seeds), Map.of());
    }
  }

  private static Map<String, Double> judge(
      Arm arm, LegibleModel model, PlantedWorld held, Seeds seeds) {
    Reading reading = model.read(held.examples().inputs(), seeds.swaps());
    Map<String, Double> numbers = Judgement.of(reading, held.examples().classes());
    if (arm.name().equals(OPAQUE)) { // its bottleneck was never trained
      numbers.keySet().retainAll(List.of(Judgement.ACCURACY_FULL));
      return numbers;
    }
    Recovery recovery = Recovery.of(reading, held.concepts());
    var interventions = new Interventions(model, held, reading, recovery);
    numbers.put("recovery", recovery.mean());
    numbers.put("recovery_min", recovery.min());
    numbers.put("necessity", interventions.necessityGap());
    numbers.put("directional", interventions.directional());
    return numbers;
  }
}
