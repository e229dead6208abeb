package glassbox.lab.legible;

import glassbox.engine.legible.LegibleModel;
import glassbox.engine.legible.LossWeights;
import glassbox.engine.legible.Reading;
import glassbox.engine.legible.StepListener;
import glassbox.lab.results.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What does legibility cost when fewer atoms may be active? */
final class TaxExperiment implements Experiment {

  private static final String OPAQUE = "opaque";
  private static final String PUBLISHED = "-published";
  private static final int CLASSES = 6;

  /** Published legible accuracy, full accuracy, delta and recovery by number of active atoms. */
  private enum Budget {
    K1(1, 0.9795, 0.98925, 0.0284, 0.170),
    K2(2, 0.96525, 0.99125, 0.0414, 0.190),
    K3(3, 0.985, 0.9915, 0.0199, 0.373),
    K4(4, 0.97825, 0.996, 0.0306, 0.444),
    K6(6, 0.99275, 0.99775, 0.0109, 0.742),
    K8(8, 0.99875, 0.99825, 0.0037, 0.934),
    K12(12, 0.99925, 0.9985, 0.0027, 0.860);

    final int active;
    final double legible;
    final double full;
    final double delta;
    final double recovery;

    Budget(int active, double legible, double full, double delta, double recovery) {
      this.active = active;
      this.legible = legible;
      this.full = full;
      this.delta = delta;
      this.recovery = recovery;
    }

    String arm() {
      return "k" + active;
    }

    String publishedArm() {
      return arm() + PUBLISHED;
    }
  }

  private final int steps;

  TaxExperiment(int steps) {
    this.steps = steps;
  }

  @Override
  public String name() {
    return "tax";
  }

  @Override
  public String question() {
    return "The planted sum with at most k of 48 atoms active; on average 3.6 concepts are present."
        + " Arms kN train as the planted experiment does: only what the code leaves out shapes it,"
        + " so atoms are concepts, and fewer atoms than concepts cannot say the class. Arms"
        + " kN-published train by the published weights: outputs shape the code too, so few atoms"
        + " come to say the class, and are no concepts. Published figures are of one seed.";
  }

  @Override
  public List<Arm> arms() {
    var arms = new ArrayList<Arm>();
    for (Budget budget : Budget.values()) {
      arms.add(
          new Arm(
              budget.arm(),
              "k = " + budget.active,
              List.of(PlantedRecipes.ours(PlantedRecipes.OURS, steps))));
    }
    for (Budget budget : Budget.values()) {
      arms.add(
          new Arm(
              budget.publishedArm(),
              "k = %d, the published weights".formatted(budget.active),
              List.of(PlantedRecipes.constant(PlantedRecipes.PUBLISHED, steps))));
    }
    arms.add(
        new Arm(
            OPAQUE,
            "cross-entropy alone",
            List.of(PlantedRecipes.constant(LossWeights.OPAQUE, steps))));
    return arms;
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.plain(Judgement.ACCURACY_LEGIBLE, "legible accuracy"),
        Metric.plain(Judgement.ACCURACY_FULL, "full accuracy"),
        Metric.plain(Judgement.DELTA, "delta"),
        Metric.plain("recovery", "recovery"));
  }

  @Override
  public List<Published> published() {
    return Stream.of(Budget.values())
        .map(
            b ->
                new Published(
                    "published k" + b.active,
                    Map.of(
                        Judgement.ACCURACY_LEGIBLE,
                        b.legible,
                        Judgement.ACCURACY_FULL,
                        b.full,
                        Judgement.DELTA,
                        b.delta,
                        "recovery",
                        b.recovery)))
        .toList();
  }

  @Override
  public List<Bar> bars(Results results) {
    var bars = new ArrayList<Bar>();
    for (Budget budget : Budget.values()) {
      bar(results, budget, budget.arm(), "").ifPresent(bars::add);
    }
    for (Budget budget : Budget.values()) {
      bar(results, budget, budget.publishedArm(), ", the published weights").ifPresent(bars::add);
    }
    return bars;
  }

  private static Optional<Bar> bar(Results results, Budget budget, String arm, String how) {
    String title = "legible accuracy, k = " + budget.active + how;
    Metric metric = Metric.atLeast(Judgement.ACCURACY_LEGIBLE, title, budget.legible);
    return results.estimate(arm, metric.key()).map(estimate -> metric.bar(title, estimate));
  }

  @Override
  public Measurement run(Arm arm, long seed, StepListener listener) {
    Seeds seeds = Seeds.of(seed);
    PlantedWorld world = PlantedWorld.sum(seeds.world());
    boolean opaque = arm.name().equals(OPAQUE);
    int active = opaque ? PlantedRecipes.ACTIVE : active(arm);
    var blueprint = PlantedRecipes.blueprint(PlantedWorld.WIDTH, CLASSES, active);
    try (LegibleModel model =
        Trained.model(blueprint, arm, seeds, phase -> world.trained().examples(), listener)) {
      PlantedWorld held = world.held();
      Reading reading = model.read(held.examples().inputs(), seeds.swaps());
      Map<String, Double> numbers = Judgement.of(reading, held.examples().classes());
      numbers.put("recovery", Recovery.of(reading, held.concepts()).mean());
      if (opaque) {
        numbers.keySet().retainAll(List.of(Judgement.ACCURACY_FULL));
      }
      return new Measurement(recipe(arm), numbers, Map.of());
    }
  }

  private static int active(Arm arm) {
    return Integer.parseInt(arm.name().replace(PUBLISHED, "").substring(1));
  }
}
