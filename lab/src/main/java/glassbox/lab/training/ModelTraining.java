package glassbox.lab.training;

import glassbox.engine.text.Tokenizer;
import glassbox.engine.training.Example;
import glassbox.engine.training.HeldOut;
import glassbox.engine.training.Trainer;
import glassbox.engine.training.TrainingCalledOffException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Trains models over one tokenizer, and judges each on held-out text. Safe for use by several
 * threads, a model each.
 */
final class ModelTraining {

  private final Recipe recipe;
  private final Tokenizer tokenizer;
  private final ExampleEncoder encoder;
  private final TrainingLog log;
  private final StepsLeft left;
  private final SideBySide lanes;

  /**
   * @param left what every model of this run still needs
   * @param lanes ends a model's training early when another's has failed
   */
  ModelTraining(
      Recipe recipe, Tokenizer tokenizer, TrainingLog log, StepsLeft left, SideBySide lanes) {
    this.recipe = recipe;
    this.tokenizer = tokenizer;
    this.encoder = new ExampleEncoder(tokenizer);
    this.log = log;
    this.left = left;
    this.lanes = lanes;
  }

  /** What a model reads. */
  Texts texts(Material material) {
    return new Texts(material, encoder);
  }

  /**
   * Trains, from where an interrupted run stopped, and gives the values as they will be stored.
   *
   * @throws TrainingCalledOffException when another model's training has failed meanwhile
   */
  Map<String, float[]> train(String id, Trainer trainer, Map<String, float[]> start, Texts texts) {
    int steps = trainer.plan().steps();
    var batches =
        texts.batches(recipe.batchSize(), trainer.plan().lots(), recipe.seed() + id.hashCode());
    var progress = new Progress(id, steps, left, lanes::calledOff, log);
    List<Example> watched =
        texts.heldOut(recipe.judged() / 5, recipe.seed() + 1).stream()
            .map(LabelledExample::example)
            .toList();
    var heldOut = new HeldOut(watched, Recipe.LOOK_EVERY, Recipe.PATIENCE);
    Map<String, float[]> trained =
        trainer.watching(heldOut).run(start, batches, state(log.work(), id), steps, progress);
    left.note(id, 0);
    return ModelFiles.stored(trained);
  }

  /** The file that a model's training goes on from. */
  static Path state(Path work, String id) {
    return work.resolve(id + ".state.safetensors");
  }

  /** Judges {@code values} on held-out text, for the most part other than was watched. */
  Judged judge(String id, Trainer trainer, Map<String, float[]> values, Texts texts) {
    List<LabelledExample> held = texts.heldOut(recipe.judged(), recipe.seed() + 2);
    Judged judged =
        Judged.of(trainer, values, held, tokenizer, "held-out training text of " + id + "'s kinds");
    log.out()
        .printf(
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
    log.out().flush();
    return judged;
  }

  /** Writes a model's part of training.json. */
  synchronized void record(
      TrainingRecord record, String id, Trainer trainer, Texts texts, Judged judged, long seed)
      throws IOException {
    var part =
        new LinkedHashMap<>(
            TrainingRecord.training(trainer.plan(), seed, texts.digest(), log.work(), id));
    part.putAll(TrainingRecord.outcome(judged));
    record.write(id, part);
  }

  /** Writes the base's part, with those of its trainings before the last in it. */
  synchronized void recordBase(TrainingRecord record, List<Schooling> trainings, Judged judged)
      throws IOException {
    var part = new LinkedHashMap<String, Object>();
    var before = new ArrayList<Map<String, Object>>();
    for (Schooling training : trainings) {
      Map<String, Object> one =
          TrainingRecord.training(
              training.trainer().plan(),
              recipe.seed(),
              training.material().digest(),
              log.work(),
              training.id());
      if (training == trainings.getLast()) {
        part.put("before", before);
        part.putAll(one);
      } else {
        before.add(one);
      }
    }
    part.putAll(TrainingRecord.outcome(judged));
    record.write(DemoTraining.BASE, part);
  }
}
