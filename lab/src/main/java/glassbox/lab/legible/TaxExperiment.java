package glassbox.lab.legible;

import glassbox.engine.legible.LegibleModel;
import glassbox.engine.legible.LossWeights;
import glassbox.engine.legible.Reading;
import glassbox.engine.legible.StepListener;
import glassbox.lab.results.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What does legibility cost when fewer atoms may be active? */
final class TaxExperiment implements Experiment {

  private static final String OPAQUE = "opaque";
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
        + " Published figures are of one seed.";
  }

  @Override
  public List<Arm> arms() {
    return Stream.concat(
            Stream.of(Budget.values()).map(b -> arm(b.arm(), "k = " + b.active)),
            Stream.of(
                new Arm(
                    OPAQUE,
                    "cross-entropy alone",
                    List.of(PlantedRecipes.constant(LossWeights.OPAQUE, steps)))))
        .toList();
  }

  private Arm arm(String name, String meaning) {
    return new Arm(name, meaning, List.of(PlantedRecipes.ours(PlantedRecipes.OURS, steps)));
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
      String title = "legible accuracy, k = " + budget.active;
      Metric metric = Metric.atLeast(Judgement.ACCURACY_LEGIBLE, title, budget.legible);
      results
          .estimate(budget.arm(), metric.key())
          .ifPresent(estimate -> bars.add(metric.bar(title, estimate)));
    }
    return bars;
  }

  @Override
  public Measurement run(Arm arm, long seed, StepListener listener) {
    Seeds seeds = Seeds.of(seed);
    PlantedWorld world = PlantedWorld.sum(seeds.world());
    boolean opaque = arm.name().equals(OPAQUE);
    int active = opaque ? PlantedRecipes.ACTIVE : Integer.parseInt(arm.name().substring(1));
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
}
