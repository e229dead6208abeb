package glassbox.lab.legible;

import glassbox.engine.checkpoint.LegibleConfig.AtomName;
import glassbox.engine.legible.Objective;
import glassbox.engine.legible.Recipe;
import glassbox.engine.legible.StepListener;
import glassbox.engine.text.Tokenizer;
import glassbox.engine.training.Bottlenecks;
import glassbox.engine.training.Example;
import glassbox.engine.training.LegibleRecipe;
import glassbox.engine.training.LlamaShape;
import glassbox.engine.training.Trainer;
import glassbox.engine.training.TrainingPlan;
import glassbox.lab.tokenizer.BytePairTrainer;
import glassbox.lab.tokenizer.DemoTokens;
import glassbox.lab.training.Judged;
import glassbox.lab.training.LabelledExample;
import glassbox.lab.training.Texts;
import glassbox.lab.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One run of an arm of {@link LanguageExperiment}; it goes on from its saved state. */
final class LanguageRun implements AutoCloseable {

  static final int WIDTH = 96;
  static final int LAYERS = 3;
  static final Bottlenecks SITES = new Bottlenecks(256, 16);
  static final int LOOK_EVERY = 25;

  private static final long WORLD = 1;
  private static final int VOCABULARY = 2_200;
  private static final int WATCHED = 96;
  private static final int JUDGED = 400;
  private static final int EVERY_NTH = 3;
  private static final int WARMUP = 50;

  private final Arm arm;
  private final Seeds seeds;
  private final long seed;
  private final double target;
  private final Path work;
  private final StepListener listener;
  private final Tokenizer tokenizer;
  private final Texts texts;
  private int finished;

  LanguageRun(Arm arm, Seeds seeds, long seed, double target, Path work, StepListener listener) {
    this.arm = arm;
    this.seeds = seeds;
    this.seed = seed;
    this.target = target;
    this.work = work;
    this.listener = listener;
    World world = World.of(WORLD);
    this.tokenizer = tokenizer(world, work.resolve("tokenizer"));
    this.texts = Texts.whole(world, tokenizer);
  }

  private static Tokenizer tokenizer(World world, Path directory) {
    try {
      if (!Files.exists(directory.resolve("tokenizer.json"))) {
        BytePairTrainer.train(world.trainingStrings(), DemoTokens.ALL, VOCABULARY).write(directory);
      }
      return Tokenizer.load(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("the tokenizer cannot be written to " + directory, e);
    }
  }

  /** Trains and judges. */
  Map<String, Double> numbers() {
    Trainer trainer = trainer(arm.phases().getFirst());
    Map<String, float[]> model = trained(trainer);
    int steps = finished;
    if (arm.phases().size() > 1) {
      Recipe after = arm.phases().get(1);
      trainer = Trainer.postHoc(trainer.shape(), model, legible(after), plan(after));
      model = afterwards(trainer, after);
    }
    Judged judged = Judged.of(trainer, model, texts.heldOut(JUDGED, 2), tokenizer, "held-out text");
    var numbers = new LinkedHashMap<String, Double>();
    numbers.put(LanguageExperiment.LOSS, judged.full());
    numbers.put("legible_loss", judged.legible());
    numbers.put(Judgement.DELTA, judged.calibration().deltaMean());
    numbers.put("delta_p95", judged.calibration().deltaP95());
    numbers.put("agreement", judged.agreement());
    numbers.put("named_share", judged.named().share());
    numbers.put("concepts", (double) concepts(judged.named().names()));
    numbers.put("alive_atoms", (double) judged.named().alive());
    numbers.put("steps", (double) steps);
    return numbers;
  }

  private static long concepts(List<AtomName> names) {
    return names.stream()
        .filter(name -> name.source().equals("world"))
        .map(AtomName::label)
        .distinct()
        .count();
  }

  /** Trains until the held-out loss has fallen far enough. */
  private Map<String, float[]> trained(Trainer trainer) {
    Recipe recipe = arm.phases().getFirst();
    List<Example> watched =
        texts.heldOut(WATCHED, 1).stream().map(LabelledExample::example).toList();
    Map<String, float[]> values = trainer.initial(new SplittableRandom(seeds.weights()));
    Path state = state(recipe.toString());
    finished = (int) Trainer.finishedSteps(state);
    if (finished > 0) {
      values = run(trainer, recipe, values, state, finished);
    }
    while (finished == 0
        || (finished < recipe.steps() && trainer.look(values, watched).full() > target)) {
      finished = Math.min(finished + LOOK_EVERY, recipe.steps());
      values = run(trainer, recipe, values, state, finished);
    }
    return values;
  }

  private Map<String, float[]> afterwards(Trainer trainer, Recipe recipe) {
    Map<String, float[]> start = trainer.initial(new SplittableRandom(seeds.weights()));
    return run(trainer, recipe, start, state(arm.phases().toString()), recipe.steps());
  }

  private Map<String, float[]> run(
      Trainer trainer, Recipe recipe, Map<String, float[]> start, Path state, int until) {
    return trainer.run(
        start,
        texts.batches(recipe.batch(), 1, seeds.batches()),
        state,
        until,
        (step, loss, tokens) -> listener.onStep((int) step, loss));
  }

  /** Arms that begin alike share their states; a changed recipe begins anew. */
  private Path state(String recipe) {
    String hash = Integer.toHexString((SITES + " " + recipe).hashCode());
    return work.resolve("%d-%s.state".formatted(seed, hash));
  }

  private Trainer trainer(Recipe recipe) {
    var shape =
        new LlamaShape(
            tokenizer.vocabularySize(), WIDTH, LAYERS, 4, WIDTH * 5 / 2, 256, 1e-5, 10_000);
    return Trainer.full(shape, plan(recipe)).withBottlenecks(legible(recipe));
  }

  private static LegibleRecipe legible(Recipe recipe) {
    int nth = recipe.objective() instanceof Objective.Reconstruct ? 1 : EVERY_NTH;
    return new LegibleRecipe(SITES, recipe.objective(), recipe.curriculum(), nth);
  }

  private static TrainingPlan plan(Recipe recipe) {
    return new TrainingPlan(recipe.steps(), recipe.rate(), WARMUP, 0, 1, LOOK_EVERY);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
