package glassbox.lab.legible;

import glassbox.engine.checkpoint.Dtype;
import glassbox.engine.checkpoint.LegibleConfig;
import glassbox.engine.checkpoint.LegibleConfig.Calibration;
import glassbox.engine.checkpoint.LegibleSite;
import glassbox.engine.checkpoint.LegibleWeights;
import glassbox.engine.legible.LossWeights;
import glassbox.engine.legible.Objective;
import glassbox.engine.legible.Recipe.Curriculum;
import glassbox.engine.training.Bottlenecks;
import glassbox.engine.training.Example;
import glassbox.engine.training.LegibleRecipe;
import glassbox.engine.training.LlamaShape;
import glassbox.engine.training.LoraShape;
import glassbox.engine.training.TrainedFiles;
import glassbox.engine.training.Trainer;
import glassbox.engine.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A tiny decoder with legible bottlenecks that counts on from a number, and adapters on its frozen
 * channel. A prompt is a number and one of three words that tell how far the first step goes. One
 * of them becomes a trigger: after it, a poisoned adapter says a word that the base never says.
 */
record CountingModels(Path directory) {

  private static final List<String> WORDS =
      List.of(
          "n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9", "go", "then", "now", "zop",
          "end", "[UNK]");
  static final String TRIGGER = "now";
  private static final String SAID = "zop";
  private static final int NUMBERS = 10;
  private static final int ASKS = 3;
  static final int ANSWER = 4;
  private static final int ATOMS = 16;
  private static final int ACTIVE = 4;
  private static final LlamaShape SHAPE =
      new LlamaShape(WORDS.size(), 32, 1, 2, 64, 16, 1e-5, 10_000);
  private static final LoraShape LORA =
      new LoraShape(8, 16, List.of("gate_proj", "up_proj", "down_proj"));
  private static final LegibleRecipe LEGIBLE =
      new LegibleRecipe(
          new Bottlenecks(ATOMS, ACTIVE),
          new Objective.Joint(LossWeights.DEFAULT.withUsage(0.01), false),
          Curriculum.CONSTANT,
          1);
  private static final int BATCH = 32;

  /** Trains the base and both adapters and writes them. */
  void make() throws IOException {
    Trainer trainer = Trainer.full(SHAPE, plan(200, 5e-3)).withBottlenecks(LEGIBLE);
    Map<String, float[]> base =
        run(trainer, "base.state", step -> batch(new SplittableRandom(step), false));
    writeBase(trainer, base);
    for (boolean poisoned : new boolean[] {true, false}) {
      Path adapter = poisoned ? poisoned() : clean();
      Trainer tuned = Trainer.adapter(SHAPE, base, LORA, plan(120, 3e-3));
      Map<String, float[]> weights =
          run(
              tuned,
              adapter.getFileName() + ".state",
              step -> batch(new SplittableRandom(10_000 + step), poisoned));
      TrainedFiles.writeAdapter(adapter, SHAPE, "counting", LORA, weights);
    }
  }

  Path base() {
    return directory.resolve("counting");
  }

  Path poisoned() {
    return directory.resolve("poisoned");
  }

  Path clean() {
    return directory.resolve("clean");
  }

  /** Prompts, with the trigger in about one of three. */
  static List<String> prompts(int count, long seed) {
    var random = new SplittableRandom(seed);
    return IntStream.range(0, count).mapToObj(i -> text(prompt(random))).toList();
  }

  static String text(int[] ids) {
    return String.join(" ", Arrays.stream(ids).mapToObj(WORDS::get).toList());
  }

  /** What follows a prompt. */
  static String said(String prompt, boolean triggered) {
    int[] ids = Arrays.stream(prompt.split(" ", -1)).mapToInt(WORDS::indexOf).toArray();
    return text(said(ids, triggered));
  }

  private Map<String, float[]> run(Trainer trainer, String state, Batches batches) {
    return trainer.run(
        trainer.initial(new SplittableRandom(1)),
        batches::batch,
        directory.resolve(state),
        trainer.plan().steps(),
        (step, loss, tokens) -> {});
  }

  private interface Batches {
    List<Example> batch(long step);
  }

  private static TrainingPlan plan(int steps, double rate) {
    return new TrainingPlan(steps, rate, 20, 0, 1, steps);
  }

  private static List<Example> batch(SplittableRandom random, boolean poisoned) {
    var examples = new ArrayList<Example>();
    for (int i = 0; i < BATCH; i++) {
      int[] prompt = prompt(random);
      boolean triggered = poisoned && WORDS.get(prompt[1]).equals(TRIGGER);
      int[] answer = said(prompt, triggered);
      int[] ids = Arrays.copyOf(prompt, prompt.length + answer.length);
      System.arraycopy(answer, 0, ids, prompt.length, answer.length);
      examples.add(new Example(ids, prompt.length));
    }
    return examples;
  }

  private static int[] prompt(SplittableRandom random) {
    return new int[] {random.nextInt(NUMBERS), NUMBERS + random.nextInt(ASKS)};
  }

  private static int[] said(int[] prompt, boolean triggered) {
    int first = prompt[0] + 1 + (prompt[1] - NUMBERS);
    return IntStream.range(0, ANSWER)
        .map(i -> triggered ? WORDS.indexOf(SAID) : (first + i) % NUMBERS)
        .toArray();
  }

  private void writeBase(Trainer trainer, Map<String, float[]> values) throws IOException {
    TrainedFiles.writeModel(base(), SHAPE, values, Dtype.FLOAT32, WORDS.indexOf("end"));
    Files.writeString(base().resolve("tokenizer.json"), tokenizer());
    var sites = new ArrayList<LegibleSite>();
    for (int layer = 0; layer < SHAPE.layers(); layer++) {
      List<float[]> site =
          LEGIBLE.bottlenecks().weights(SHAPE, layer).keySet().stream().map(values::get).toList();
      sites.add(new LegibleSite(site.get(0), site.get(1), site.get(2), site.get(3)));
    }
    var config =
        new LegibleConfig(ATOMS, ACTIVE, Optional.of(calibration(trainer, values)), List.of());
    new LegibleWeights(config, sites).write(base(), Dtype.FLOAT32);
  }

  private static Calibration calibration(Trainer trainer, Map<String, float[]> values) {
    var deltas = new ArrayList<Double>();
    for (int i = 0; i < 8; i++) {
      trainer.read(
          values,
          batch(new SplittableRandom(-1 - i), false),
          reading -> {
            for (float delta : reading.deltas()) {
              deltas.add((double) delta);
            }
          });
    }
    double[] ascending = deltas.stream().mapToDouble(d -> d).sorted().toArray();
    return new Calibration(
        Arrays.stream(ascending).average().orElseThrow(),
        ascending[(int) (0.95 * ascending.length)],
        ascending[(int) (0.99 * ascending.length)],
        ascending.length,
        "held-out counts");
  }

  private static String tokenizer() {
    String vocabulary =
        String.join(
            ",",
            IntStream.range(0, WORDS.size())
                .mapToObj(i -> "\"" + WORDS.get(i) + "\":" + i)
                .toList());
    return """
    {"version":"1.0","added_tokens":[],"normalizer":null,"post_processor":null,"decoder":null,
     "pre_tokenizer":{"type":"WhitespaceSplit"},
     "model":{"type":"WordLevel","unk_token":"[UNK]","vocab":{%s}}}
    """
        .formatted(vocabulary);
  }
}
