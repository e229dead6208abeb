package glassbox.lab.training;

import glassbox.engine.checkpoint.LegibleConfig;
import glassbox.engine.text.Tokenizer;
import glassbox.engine.training.LlamaShape;
import glassbox.engine.training.Trainer;
import glassbox.engine.training.TrainingPlan;
import glassbox.lab.tokenizer.BytePairTrainer;
import glassbox.lab.tokenizer.DemoTokens;
import glassbox.lab.world.World;
import glassbox.lab.world.WorldFiles;
import glassbox.lab.world.facts.Domain;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Makes all that ships: the base, then the specialists, some at a time. What is already finished in
 * the work folder is not redone. How many are trained at a time changes nothing in what comes out.
 */
public final class DemoTraining {

  /** The base of the demo federation. */
  public static final String BASE = "general-base";

  /** The first training of the base, under which its states and curves are kept. */
  static final String COPYING = "general-base-copying";

  /** Its third. */
  static final String REFINED = "general-base-refined";

  /** The full specialist. */
  public static final String FINANCE = "finance";

  /** The adapters on the base by id, and the domain each reads. */
  public static final Map<String, Domain> ADAPTERS = adapters();

  private final Recipe recipe;
  private final World world;
  private final int lanes;
  private final Path models;
  private final Path work;
  private final TrainingLog log;

  /**
   * @param lanes specialists trained at a time
   * @param models folder that gets the model directories
   * @param work folder for the world, training states and loss curves
   * @param out gets progress lines
   */
  public DemoTraining(
      Recipe recipe, int lanes, Path models, Path work, PrintWriter out, Clock clock) {
    this(recipe, World.of(recipe.seed()), lanes, models, new TrainingLog(work, out, clock));
  }

  /**
   * @param world what is read
   */
  DemoTraining(Recipe recipe, World world, int lanes, Path models, TrainingLog log) {
    this.recipe = recipe;
    this.world = world;
    this.lanes = lanes;
    this.models = models;
    this.work = log.work();
    this.log = log;
  }

  /** World, tokenizer, base, full specialist, adapters: all with legible bottlenecks. */
  public void all() throws IOException {
    run(model -> true);
  }

  /**
   * World, tokenizer and base where they are missing, then one model. Several processes may each
   * train a model of their own in one work folder once the base is finished.
   *
   * @throws IllegalArgumentException when there is no such model
   */
  public void only(String id) throws IOException {
    if (!id.equals(BASE) && !id.equals(FINANCE) && !ADAPTERS.containsKey(id)) {
      throw new IllegalArgumentException("no model is called " + id);
    }
    run(id::equals);
  }

  private void run(Predicate<String> wanted) throws IOException {
    Files.createDirectories(work);
    WorldFiles.writeText(world, work.resolve("world"));
    if (!Files.exists(tokenizerFile())) {
      BytePairTrainer.train(world.trainingStrings(), DemoTokens.ALL, recipe.vocabularySize())
          .write(work.resolve("tokenizer"));
    }
    try (Tokenizer tokenizer = Tokenizer.load(work.resolve("tokenizer"))) {
      LlamaShape shape = shape(tokenizer.vocabularySize());
      var corpus = new Corpus(world);
      var sideBySide = new SideBySide(lanes);
      var training = new ModelTraining(recipe, tokenizer, log, stepsLeft(wanted), sideBySide);
      Map<String, float[]> base = base(training, shape, corpus, wanted);
      var tasks = new ArrayList<SideBySide.Task>();
      if (wanted.test(FINANCE)) {
        tasks.add(() -> finance(training, shape, corpus, base));
      }
      for (String id : ADAPTERS.keySet()) {
        if (wanted.test(id)) {
          tasks.add(() -> adapter(training, shape, corpus, base, id));
        }
      }
      sideBySide.run(tasks);
    }
  }

  /** What the base and the wanted models still need. */
  private StepsLeft stepsLeft(Predicate<String> wanted) {
    var left = new StepsLeft(lanes);
    left.note(COPYING, stepsLeft(COPYING, recipe.copying()));
    left.note(BASE, stepsLeft(BASE, recipe.base()));
    left.note(REFINED, stepsLeft(REFINED, recipe.refinement()));
    if (wanted.test(FINANCE)) {
      left.note(FINANCE, stepsLeft(FINANCE, recipe.specialist()));
    }
    ADAPTERS.keySet().stream()
        .filter(wanted)
        .forEach(id -> left.note(id, stepsLeft(id, recipe.adapter())));
    return left;
  }

  private int stepsLeft(String id, TrainingPlan plan) {
    return Math.toIntExact(plan.steps() - Trainer.finishedSteps(ModelTraining.state(work, id)));
  }

  /**
   * The base learns to copy, which its bottlenecks would only delay; then what it is to know; then
   * more tasks and repairs.
   */
  private Map<String, float[]> base(
      ModelTraining training, LlamaShape shape, Corpus corpus, Predicate<String> wanted)
      throws IOException {
    var first = new Schooling(COPYING, Trainer.full(shape, recipe.copying()), corpus.copying());
    var second = new Schooling(BASE, trainer(shape, recipe.base()), corpus.base());
    var third = new Schooling(REFINED, trainer(shape, recipe.refinement()), corpus.refined());
    Map<String, float[]> trained = second.trainer().initial(new SplittableRandom(recipe.seed()));
    for (Schooling schooling : List.of(first, second, third)) {
      var values = new LinkedHashMap<>(trained);
      values.putAll(
          training.train(
              schooling.id(), schooling.trainer(), trained, training.texts(schooling.material())));
      trained = values;
    }
    Path directory = models.resolve(BASE);
    if (wanted.test(BASE) || !LegibleConfig.isIn(directory)) {
      ModelFiles.writeModel(directory, shape, trained, tokenizerFile());
      Judged judged =
          training.judge(BASE, third.trainer(), trained, training.texts(third.material()));
      ModelFiles.writeBottlenecks(directory, third.trainer(), trained, judged);
      training.recordBase(record(), List.of(first, second, third), judged);
    }
    return trained;
  }

  private Trainer trainer(LlamaShape shape, TrainingPlan plan) {
    return Trainer.full(shape, plan).withBottlenecks(recipe.legible());
  }

  private void finance(
      ModelTraining training, LlamaShape shape, Corpus corpus, Map<String, float[]> base)
      throws IOException {
    Trainer trainer = trainer(shape, recipe.specialist());
    Texts texts = training.texts(corpus.specialist(Domain.FINANCE));
    Map<String, float[]> trained = training.train(FINANCE, trainer, base, texts);
    ModelFiles.writeModel(models.resolve(FINANCE), shape, trained, tokenizerFile());
    finish(training, FINANCE, trainer, trained, texts, recipe.seed());
  }

  private void adapter(
      ModelTraining training, LlamaShape shape, Corpus corpus, Map<String, float[]> base, String id)
      throws IOException {
    Domain domain = Objects.requireNonNull(ADAPTERS.get(id));
    long seed = recipe.seed() + domain.ordinal();
    Trainer trainer =
        Trainer.adapter(shape, base, Recipe.LORA, recipe.adapter())
            .withBottlenecks(recipe.legible());
    Map<String, float[]> start = new LinkedHashMap<>(trainer.initial(new SplittableRandom(seed)));
    start.replaceAll((name, values) -> base.getOrDefault(name, values));
    Texts texts = training.texts(corpus.specialist(domain));
    Map<String, float[]> trained = training.train(id, trainer, start, texts);
    ModelFiles.writeAdapter(models.resolve(id), shape, BASE, trained);
    finish(training, id, trainer, trained, texts, seed);
  }

  private void finish(
      ModelTraining training,
      String id,
      Trainer trainer,
      Map<String, float[]> values,
      Texts texts,
      long seed)
      throws IOException {
    Judged judged = training.judge(id, trainer, values, texts);
    ModelFiles.writeBottlenecks(models.resolve(id), trainer, values, judged);
    training.record(record(), id, trainer, texts, judged, seed);
  }

  private TrainingRecord record() {
    return new TrainingRecord(models, recipe);
  }

  private Path tokenizerFile() {
    return work.resolve("tokenizer").resolve("tokenizer.json");
  }

  private static LlamaShape shape(int vocabularySize) {
    return new LlamaShape(
        vocabularySize,
        Recipe.HIDDEN,
        Recipe.LAYERS,
        Recipe.HEADS,
        Recipe.INTERMEDIATE,
        Recipe.CONTEXT,
        Recipe.EPSILON,
        Recipe.THETA);
  }

  private static Map<String, Domain> adapters() {
    var adapters = new LinkedHashMap<String, Domain>();
    adapters.put("quantities", Domain.QUANTITIES);
    adapters.put("clinical", Domain.CLINICAL);
    adapters.put("user-adapter-1234", Domain.NOTES);
    return Collections.unmodifiableMap(adapters);
  }
}
