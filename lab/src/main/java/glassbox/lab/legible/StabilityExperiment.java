package glassbox.lab.legible;

import glassbox.engine.legible.LegibleModel;
import glassbox.engine.legible.LossWeights;
import glassbox.engine.legible.Reading;
import glassbox.engine.legible.StepListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Does a concept keep its name from one training to the next? */
final class StabilityExperiment implements Experiment {

  private static final int CLASSES = 6;
  private static final long WORLD = 1;
  private static final String FULL = "full";
  private static final String FREE = "no-anchor";
  private static final String SHARED = "shared-init";
  private static final String REFERENCE = "reference";
  private static final String ATOM_OF = "atom_of_concept";
  private static final String ATOMS = "anchor_atoms";
  private static final String NAMED = "stability";
  private static final String NUMBERED = "stability_unaligned";
  private static final String RECOVERY = "recovery";

  /** No experiment's seeds; the reference dictionary is nobody's own. */
  private static final long REFERENCE_WEIGHTS = -1;

  private final int steps;

  StabilityExperiment(int steps) {
    this.steps = steps;
  }

  @Override
  public String name() {
    return "stability";
  }

  @Override
  public String question() {
    return "One planted world, trained again and again with first weights and batches of its own"
        + " each time. A concept is stable between two runs when both match it to an atom of the"
        + " same name. Aligned names come from matching each run's anchor atoms, by cosine and"
        + " without the truth, to those of a reference run that is not among the runs compared;"
        + " unaligned names are the atoms' numbers. Mean over all pairs of runs.";
  }

  @Override
  public List<Arm> arms() {
    LossWeights ours = PlantedRecipes.OURS;
    LossWeights loose = PlantedRecipes.PUBLISHED.withAnchor(0);
    return List.of(
        arm(FULL, "our recipe, own first weights", ours),
        arm(FREE, "without the anchor, own first weights", ours.withAnchor(0)),
        arm(SHARED, "our recipe, the same first weights in every run", ours),
        new Arm(
            "published-recipe",
            "the published weights, no anchor, own first weights",
            List.of(PlantedRecipes.constant(loose, steps))),
        arm(REFERENCE, "whose names are carried over; its seed chooses only batches", ours));
  }

  private Arm arm(String name, String meaning, LossWeights weights) {
    return new Arm(name, meaning, List.of(PlantedRecipes.ours(weights, steps)));
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.atLeast(NAMED, "stability, aligned names", 0.72),
        Metric.plain(NUMBERED, "stability, unaligned"),
        Metric.plain("match", "cosine of matched atoms"),
        Metric.plain(RECOVERY, "recovery"),
        Metric.plain(Judgement.ACCURACY_LEGIBLE, "legible accuracy"));
  }

  @Override
  public List<Published> published() {
    return List.of(
        new Published("published, shared first weights, anchored", Map.of(NUMBERED, 0.722)),
        new Published("published, own first weights", Map.of(NUMBERED, 0.0)));
  }

  @Override
  public Measurement run(Arm arm, long seed, StepListener listener) {
    Seeds own = Seeds.of(seed).inWorldOf(WORLD);
    Seeds seeds =
        switch (arm.name()) {
          case REFERENCE -> own.withWeightsOf(REFERENCE_WEIGHTS);
          case SHARED -> own.withWeightsOf(WORLD);
          default -> own;
        };
    PlantedWorld world = PlantedWorld.sum(seeds.world());
    var blueprint = PlantedRecipes.blueprint(PlantedWorld.WIDTH, CLASSES, PlantedRecipes.ACTIVE);
    try (LegibleModel model =
        Trained.model(blueprint, arm, seeds, phase -> world.trained().examples(), listener)) {
      PlantedWorld held = world.held();
      Reading reading = model.read(held.examples().inputs(), seeds.swaps());
      Recovery recovery = Recovery.of(reading, held.concepts());
      Map<String, Double> numbers = Judgement.of(reading, held.examples().classes());
      numbers.put(RECOVERY, recovery.mean());
      List<Double> atomOf = Arrays.stream(recovery.atomOf()).asDoubleStream().boxed().toList();
      return new Measurement(
          recipe(arm), numbers, Map.of(ATOM_OF, atomOf, ATOMS, Dictionary.flat(model.atoms())));
    }
  }

  /** Stability is a matter of pairs: each run gets its mean over the other runs of its arm. */
  @Override
  public Results completed(Results results) {
    if (results.of(REFERENCE).isEmpty()) {
      return results;
    }
    Dictionary reference = Dictionary.of(results.of(REFERENCE).firstEntry().getValue().list(ATOMS));
    var completed = new LinkedHashMap<>(results.runs());
    for (Map.Entry<String, TreeMap<Long, Measurement>> arm : results.runs().entrySet()) {
      if (!arm.getKey().equals(REFERENCE)) {
        completed.put(arm.getKey(), compared(arm.getValue(), reference));
      }
    }
    return new Results(completed);
  }

  private static TreeMap<Long, Measurement> compared(
      TreeMap<Long, Measurement> runs, Dictionary reference) {
    var names = new TreeMap<Long, List<Integer>>();
    var numbers = new TreeMap<Long, List<Integer>>();
    var cosines = new HashMap<Long, Double>();
    runs.forEach(
        (seed, run) -> {
          Dictionary own = Dictionary.of(run.list(ATOMS));
          int[] nameOf = own.namesFrom(reference);
          List<Integer> atoms = run.list(ATOM_OF).stream().map(Double::intValue).toList();
          numbers.put(seed, atoms);
          names.put(seed, atoms.stream().map(atom -> nameOf[atom]).toList());
          cosines.put(seed, own.match(reference, nameOf, atoms));
        });
    var compared = new TreeMap<Long, Measurement>();
    runs.forEach(
        (seed, run) -> {
          var added = new HashMap<>(run.numbers());
          added.put("match", cosines.getOrDefault(seed, 0.0));
          if (runs.size() > 1) {
            added.put(NAMED, agreement(names, seed, names.getOrDefault(seed, List.of())));
            added.put(NUMBERED, agreement(numbers, seed, numbers.getOrDefault(seed, List.of())));
          }
          compared.put(seed, new Measurement(run.recipe(), added, run.lists()));
        });
    return compared;
  }

  /** Mean over the other runs of the share of concepts that both call the same. */
  private static double agreement(
      TreeMap<Long, List<Integer>> names, long seed, List<Integer> own) {
    var shares = new ArrayList<Double>();
    names.forEach(
        (other, theirs) -> {
          if (other != seed) {
            int same = 0;
            for (int k = 0; k < own.size(); k++) {
              same += own.get(k).equals(theirs.get(k)) ? 1 : 0;
            }
            shares.add((double) same / own.size());
          }
        });
    return shares.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
