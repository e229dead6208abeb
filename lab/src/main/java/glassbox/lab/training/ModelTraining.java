package glassbox.lab.training;

import glassbox.engine.text.Tokenizer;
import glassbox.engine.training.Example;
import glassbox.engine.training.HeldOut;
import glassbox.engine.training.Trainer;
import glassbox.lab.world.label.LabelledText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Trains one model after another over one tokenizer, and judges each on held-out text. */
final class ModelTraining {

  private static final int WATCHED = 120;
  private static final int JUDGED = 600;
  private static final int SYSTEM_EVERY = 12;

  private final Recipe recipe;
  private final Tokenizer tokenizer;
  private final ExampleEncoder encoder;
  private final Path work;
  private final PrintWriter out;
  private final Clock clock;

  ModelTraining(Recipe recipe, Tokenizer tokenizer, Path work, PrintWriter out, Clock clock) {
    this.recipe = recipe;
    this.tokenizer = tokenizer;
    this.encoder = new ExampleEncoder(tokenizer);
    this.work = work;
    this.out = out;
    this.clock = clock;
  }

  /**
   * Trains, from where an interrupted run stopped, and gives the values as they will be stored.
   *
   * @param stepsAfter steps of the models still to come, for the time left
   */
  Map<String, float[]> train(
      String id, Trainer trainer, Map<String, float[]> start, Material material, int stepsAfter) {
    int steps = trainer.plan().steps();
    var batches = new MixedBatches(source(material), recipe.batchSize(), seed(id));
    var progress = new Progress(id, steps, stepsAfter, work, out, clock);
    Path state = work.resolve(id + ".state.safetensors");
    var heldOut = new HeldOut(examples(material, WATCHED, 1), Recipe.LOOK_EVERY, Recipe.PATIENCE);
    return ModelFiles.stored(trainer.watching(heldOut).run(start, batches, state, steps, progress));
  }

  private long seed(String id) {
    return recipe.seed() + id.hashCode();
  }

  private ExampleSource source(Material material) {
    return (RandomGenerator random) ->
        encoder
            .labelled(material.trained().draw(random), random.nextInt(SYSTEM_EVERY) == 0)
            .example();
  }

  private List<Example> examples(Material material, int most, long seed) {
    return labelled(material, most, seed).stream().map(LabelledExample::example).toList();
  }

  /** Held-out texts, those of like length side by side. */
  private List<LabelledExample> labelled(Material material, int most, long seed) {
    List<LabelledText> texts = material.sample(most, recipe.seed() + seed);
    return texts.stream()
        .map(text -> encoder.labelled(text, false))
        .sorted(Comparator.comparingInt(text -> text.example().ids().length))
        .toList();
  }

  /** Judges {@code values} on held-out text, for the most part other than was watched. */
  Judged judge(String id, Trainer trainer, Map<String, float[]> values, Material material) {
    List<LabelledExample> texts = labelled(material, JUDGED, 2);
    Judged judged =
        Judged.of(
            trainer, values, texts, tokenizer, "held-out training text of " + id + "'s kinds");
    out.printf(
        Locale.ROOT,
        "%s: held-out full %.4f, legible %.4f, delta mean %.4f, p95 %.4f, p99 %.4f;"
            + " %d atoms alive, %.3f of them named%n",
        id,
        judged.full(),
        judged.legible(),
        judged.calibration().deltaMean(),
        judged.calibration().deltaP95(),
        judged.calibration().deltaP99(),
        judged.named().alive(),
        judged.named().share());
    out.flush();
    return judged;
  }

  /** Writes a model's part of training.json. */
  void record(
      TrainingRecord record,
      String id,
      Trainer trainer,
      Material material,
      Judged judged,
      long seed)
      throws IOException {
    record.write(
        id, TrainingRecord.part(trainer.plan(), seed, material.digest(), work, id, judged));
  }
}
