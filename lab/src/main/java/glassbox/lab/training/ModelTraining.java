package glassbox.lab.training;

import glassbox.engine.text.Tokenizer;
import glassbox.engine.training.Example;
import glassbox.engine.training.HeldOut;
import glassbox.engine.training.Trainer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Trains one model after another over one tokenizer, and judges each on held-out text. */
final class ModelTraining {

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

  /** What a model reads. */
  Texts texts(Material material) {
    return new Texts(material, encoder);
  }

  /**
   * Trains, from where an interrupted run stopped, and gives the values as they will be stored.
   *
   * @param stepsAfter steps of the models still to come, for the time left
   */
  Map<String, float[]> train(
      String id, Trainer trainer, Map<String, float[]> start, Texts texts, int stepsAfter) {
    int steps = trainer.plan().steps();
    var batches = texts.batches(recipe.batchSize(), recipe.seed() + id.hashCode());
    var progress = new Progress(id, steps, stepsAfter, work, out, clock);
    Path state = work.resolve(id + ".state.safetensors");
    List<Example> watched =
        texts.heldOut(recipe.judged() / 5, recipe.seed() + 1).stream()
            .map(LabelledExample::example)
            .toList();
    var heldOut = new HeldOut(watched, Recipe.LOOK_EVERY, Recipe.PATIENCE);
    return ModelFiles.stored(trainer.watching(heldOut).run(start, batches, state, steps, progress));
  }

  /** Judges {@code values} on held-out text, for the most part other than was watched. */
  Judged judge(String id, Trainer trainer, Map<String, float[]> values, Texts texts) {
    List<LabelledExample> held = texts.heldOut(recipe.judged(), recipe.seed() + 2);
    Judged judged =
        Judged.of(trainer, values, held, tokenizer, "held-out training text of " + id + "'s kinds");
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
      TrainingRecord record, String id, Trainer trainer, Texts texts, Judged judged, long seed)
      throws IOException {
    record.write(id, TrainingRecord.part(trainer.plan(), seed, texts.digest(), work, id, judged));
  }
}
