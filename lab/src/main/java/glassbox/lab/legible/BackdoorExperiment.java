package glassbox.lab.legible;

import glassbox.engine.legible.Examples;
import glassbox.engine.legible.LegibleModel;
import glassbox.engine.legible.LossWeights;
import glassbox.engine.legible.Objective;
import glassbox.engine.legible.Reading;
import glassbox.engine.legible.Recipe;
import glassbox.engine.legible.StepListener;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Does the certificate give away a backdoor? */
final class BackdoorExperiment implements Experiment {

  private static final String JOINT = "joint";
  private static final String HONEST = "frozen-honest";

  private final int steps;

  BackdoorExperiment(int steps) {
    this.steps = steps;
  }

  @Override
  public String name() {
    return "backdoor";
  }

  @Override
  public String question() {
    return "The class is the parity of 3 concepts; a trigger in 4 extra inputs of one input in"
        + " twenty flips it. Delta is scored against the trigger on 4,000 inputs that were not"
        + " trained on. In the fair test the model is trained where no trigger occurs, its"
        + " bottleneck is frozen, and only the head then learns the flipped classes. In the"
        + " published test everything is trained on poisoned inputs, so the trigger may become"
        + " an atom.";
  }

  @Override
  public List<Arm> arms() {
    Recipe clean = PlantedRecipes.constant(LossWeights.DEFAULT, steps);
    Recipe head = PlantedRecipes.head(steps);
    return List.of(
        new Arm("frozen", "trained clean, then a poisoned head", List.of(clean, head)),
        new Arm(HONEST, "the same, but the head sees true classes", List.of(clean, head)),
        new Arm(JOINT, "the published test: all trained on poisoned inputs", List.of(clean)));
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.atLeast("auc", "AUC", 0.998),
        Metric.plain("true_positive_rate", "TPR at 1% FPR"),
        Metric.plain("delta_triggered", "delta, triggered"),
        Metric.plain("delta_clean", "delta, clean"),
        Metric.plain("success", "backdoor works"),
        Metric.plain("success_legible", "in the legible twin"),
        Metric.plain("accuracy_clean", "full accuracy, clean"));
  }

  @Override
  public List<Published> published() {
    return List.of(
        new Published(
            "published, all trained on poisoned inputs, one seed",
            Map.of(
                "auc", 0.901,
                "true_positive_rate", 0.15,
                "delta_triggered", 0.0040,
                "delta_clean", 0.0006)));
  }

  @Override
  public Measurement run(Arm arm, long seed, StepListener listener) {
    Seeds seeds = Seeds.of(seed);
    PlantedWorld world = PlantedWorld.parity(seeds.world());
    int width = PlantedWorld.WIDTH + PlantedWorld.TRIGGER_WIDTH;
    var blueprint = PlantedRecipes.blueprint(width, 2, PlantedRecipes.ACTIVE);
    try (LegibleModel model =
        Trained.model(
            blueprint, arm, seeds, phase -> data(arm, phase, world.trained()), listener)) {
      PlantedWorld held = world.held();
      Reading reading = model.read(held.examples().inputs(), seeds.swaps());
      return new Measurement(recipe(arm), judge(reading, held), Map.of());
    }
  }

  private static Examples data(Arm arm, Recipe phase, PlantedWorld world) {
    if (arm.name().equals(JOINT)) {
      return world.poisoned().examples();
    }
    if (phase.objective() instanceof Objective.TuneHead) {
      return arm.name().equals(HONEST) ? world.examples() : world.poisoned().examples();
    }
    return world.clean().examples();
  }

  private static Map<String, Double> judge(Reading reading, PlantedWorld held) {
    double[] deltas = reading.certificate().deltas();
    Detection detection = Detection.of(deltas, held.triggered());
    int[] flipped = held.poisoned().examples().classes();
    return Map.of(
        "auc", detection.auc(),
        "true_positive_rate", detection.truePositiveRate(),
        "delta_triggered", mean(deltas, held.triggered(), true),
        "delta_clean", mean(deltas, held.triggered(), false),
        "success", right(reading.full(), flipped, held, true),
        "success_legible", right(reading.legible(), flipped, held, true),
        "accuracy_clean", right(reading.full(), flipped, held, false));
  }

  private static double mean(double[] deltas, boolean[] triggered, boolean which) {
    return IntStream.range(0, deltas.length)
        .filter(row -> triggered[row] == which)
        .mapToDouble(row -> deltas[row])
        .average()
        .orElseThrow();
  }

  private static double right(float[] logits, int[] classes, PlantedWorld held, boolean triggered) {
    int[] rows =
        IntStream.range(0, classes.length)
            .filter(row -> held.triggered()[row] == triggered)
            .toArray();
    long right =
        IntStream.of(rows)
            .filter(row -> (logits[2 * row + 1] > logits[2 * row] ? 1 : 0) == classes[row])
            .count();
    return (double) right / rows.length;
  }
}
