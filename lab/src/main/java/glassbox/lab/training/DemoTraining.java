package glassbox.lab.training;

import glassbox.engine.checkpoint.Dtype;
import glassbox.engine.text.Tokenizer;
import glassbox.engine.training.LlamaShape;
import glassbox.engine.training.TrainedFiles;
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
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Makes all that ships, in order; what is already finished in the work folder is not redone. */
public final class DemoTraining {

  /** The base of the demo federation. */
  public static final String BASE = "general-base";

  /** The full specialist. */
  public static final String FINANCE = "finance";

  /** The adapters on the base by id, and the domain each reads. */
  public static final Map<String, Domain> ADAPTERS = adapters();

  private final Recipe recipe;
  private final Path models;
  private final Path work;
  private final PrintWriter out;
  private final Clock clock;

  /**
   * @param models folder that gets the model directories
   * @param work folder for the world, training states and loss curves
   * @param out gets progress lines
   */
  public DemoTraining(Recipe recipe, Path models, Path work, PrintWriter out, Clock clock) {
    this.recipe = recipe;
    this.models = models;
    this.work = work;
    this.out = out;
    this.clock = clock;
  }

  /** World, tokenizer, base, full specialist, adapters. */
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
    World world = World.of(recipe.seed());
    WorldFiles.write(world, work.resolve("world"));
    Path tokenizerFile = work.resolve("tokenizer").resolve("tokenizer.json");
    if (!Files.exists(tokenizerFile)) {
      BytePairTrainer.train(world.trainingStrings(), DemoTokens.ALL, recipe.vocabularySize())
          .write(work.resolve("tokenizer"));
    }
    try (Tokenizer tokenizer = Tokenizer.load(work.resolve("tokenizer"))) {
      LlamaShape shape = shape(tokenizer.vocabularySize());
      var corpus = new Corpus(world, new ExampleEncoder(tokenizer));
      Map<String, float[]> base = base(shape, corpus);
      if (wanted.test(FINANCE)) {
        finance(shape, corpus, base);
      }
      for (Map.Entry<String, Domain> adapter : ADAPTERS.entrySet()) {
        if (wanted.test(adapter.getKey())) {
          adapter(shape, corpus, base, adapter.getKey(), adapter.getValue());
        }
      }
    }
  }

  private Map<String, float[]> base(LlamaShape shape, Corpus corpus) throws IOException {
    Trainer trainer = Trainer.full(shape, recipe.base());
    Map<String, float[]> start = trainer.initial(new SplittableRandom(recipe.seed()));
    Map<String, float[]> trained =
        stored(train(BASE, trainer, start, corpus.base(), recipe.base()));
    writeModel(BASE, shape, trained);
    return trained;
  }

  private void finance(LlamaShape shape, Corpus corpus, Map<String, float[]> base)
      throws IOException {
    Trainer trainer = Trainer.full(shape, recipe.specialist());
    Mix mix = corpus.specialist(Domain.FINANCE);
    writeModel(FINANCE, shape, train(FINANCE, trainer, base, mix, recipe.specialist()));
  }

  private void adapter(
      LlamaShape shape, Corpus corpus, Map<String, float[]> base, String id, Domain domain)
      throws IOException {
    Trainer trainer = Trainer.adapter(shape, base, Recipe.LORA, recipe.adapter());
    Map<String, float[]> start =
        trainer.initial(new SplittableRandom(recipe.seed() + domain.ordinal()));
    Map<String, float[]> trained =
        train(id, trainer, start, corpus.specialist(domain), recipe.adapter());
    TrainedFiles.writeAdapter(models.resolve(id), shape, BASE, Recipe.LORA, trained);
  }

  private Map<String, float[]> train(
      String id, Trainer trainer, Map<String, float[]> start, Mix mix, TrainingPlan plan) {
    var batches = new MixedBatches(mix, recipe.batchSize(), recipe.seed() + id.hashCode());
    var progress = new Progress(id, plan.steps(), work.resolve(id + ".loss.csv"), out, clock);
    Path state = work.resolve(id + ".state.safetensors");
    return trainer.run(start, batches, state, plan.steps(), progress);
  }

  private void writeModel(String id, LlamaShape shape, Map<String, float[]> weights)
      throws IOException {
    Path directory = models.resolve(id);
    TrainedFiles.writeModel(directory, shape, weights, Dtype.BFLOAT16, DemoTokens.END_ID);
    Files.copy(
        work.resolve("tokenizer").resolve("tokenizer.json"),
        directory.resolve("tokenizer.json"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** The values as they will be read back, so that adapters fit the base that ships. */
  private static Map<String, float[]> stored(Map<String, float[]> weights) {
    var stored = new LinkedHashMap<String, float[]>();
    weights.forEach(
        (name, values) -> {
          var rounded = new float[values.length];
          for (int i = 0; i < values.length; i++) {
            rounded[i] = Dtype.BFLOAT16.round(values[i]);
          }
          stored.put(name, rounded);
        });
    return stored;
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
