package glassbox.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.engine.legible.LossWeights;
import glassbox.engine.legible.Objective;
import glassbox.engine.legible.Recipe.Curriculum;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training with bottlenecks on every layer. */
class LegibleTrainerTest {

  private static final LlamaShape SHAPE =
      new LlamaShape(Counting.VOCABULARY, 16, 2, 2, 32, 32, 1e-5, 10_000);
  private static final LoraShape LORA = new LoraShape(2, 4, List.of("q_proj", "down_proj"));
  private static final LegibleRecipe RECIPE =
      new LegibleRecipe(
          new Bottlenecks(24, 6),
          new Objective.Joint(LossWeights.DEFAULT.withUsage(1e-3), false),
          Curriculum.CONSTANT,
          3);
  private static final String DECODER = "model.layers.1.mlp.legible.decoder.weight";

  @TempDir Path directory;

  @Test
  void theTwinComesCloseWhenItIsTrainedAndStaysFarWhenItIsNot() {
    double legible = trainedDelta("legible", RECIPE);
    double opaque = trainedDelta("opaque", joint(LossWeights.OPAQUE));
    assertThat(legible).isLessThan(0.1);
    assertThat(opaque).isGreaterThan(2 * legible);
  }

  private double trainedDelta(String name, LegibleRecipe recipe) {
    Trainer trainer = Trainer.full(SHAPE, plan(120)).withBottlenecks(recipe);
    Map<String, float[]> trained = run(trainer, start(trainer), name, 120);
    Look look = trainer.look(trained, Counting.batch(5_000));
    System.out.println(name + ": " + look);
    assertThat(look.full()).isLessThan(1);
    return look.delta();
  }

  @Test
  void anInterruptedRunGivesTheSameWeights() {
    Trainer trainer =
        Trainer.full(SHAPE, plan(9))
            .withBottlenecks(RECIPE)
            .watching(new HeldOut(Counting.batch(700), 2, 5));
    Map<String, float[]> start = start(trainer);

    Map<String, float[]> uninterrupted = run(trainer, start, "whole", 9);
    run(trainer, start, "parts", 4);
    run(trainer, start, "parts", 7);
    Map<String, float[]> resumed = run(trainer, start, "parts", 9);

    assertThat(resumed).containsOnlyKeys(uninterrupted.keySet());
    uninterrupted.forEach((name, values) -> assertThat(resumed.get(name)).isEqualTo(values));
    assertThat(Trainer.finishedSteps(directory.resolve("parts"))).isEqualTo(9);
    assertThat(Trainer.finishedSteps(directory.resolve("absent"))).isZero();
    TrainingState whole = TrainingState.read(directory.resolve("whole"));
    TrainingState parts = TrainingState.read(directory.resolve("parts"));
    assertThat(parts.anchors().get(DECODER)).isEqualTo(whole.anchors().get(DECODER));
    assertThat(parts.best().loss()).isEqualTo(whole.best().loss());
  }

  @Test
  void stopsWhenHeldOutTextGetsWorseAndKeepsTheBestWeights() {
    var looks = new ArrayList<Double>();
    Trainer trainer =
        Trainer.full(SHAPE, plan(100)).watching(new HeldOut(Counting.batch(3, 5), 2, 3));
    Map<String, float[]> kept =
        trainer.run(
            start(trainer),
            Counting::batch,
            directory.resolve("state"),
            100,
            new TrainingListener() {
              @Override
              public void onStep(long step, double loss, long tokens) {}

              @Override
              public void onLook(long step, Look look, boolean best) {
                looks.add(look.full());
              }
            });

    assertThat(looks).hasSizeLessThan(50);
    double lowest = looks.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    assertThat(looks.subList(looks.indexOf(lowest) + 1, looks.size())).hasSize(3);
    assertThat(trainer.look(kept, Counting.batch(3, 5)).full()).isCloseTo(lowest, within(1e-6));
    TrainingState state = TrainingState.read(directory.resolve("state"));
    assertThat(state.best().finishedSteps()).isEqualTo(2 * (looks.indexOf(lowest) + 1L));
  }

  @Test
  void atomsStayAtUnitLength() {
    Trainer trainer = Trainer.full(SHAPE, plan(5)).withBottlenecks(RECIPE);
    float[] decoder = named(run(trainer, start(trainer), "unit", 5), DECODER);
    for (int atom = 0; atom < 24; atom++) {
      double square = 0;
      for (int i = 0; i < 16; i++) {
        square += decoder[i * 24 + atom] * decoder[i * 24 + atom];
      }
      assertThat(square).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void anAdapterTrainsItsOwnBottlenecksFromItsBases() {
    Trainer full = Trainer.full(SHAPE, plan(3)).withBottlenecks(RECIPE);
    Map<String, float[]> base = run(full, start(full), "base", 3);
    Trainer adapter = Trainer.adapter(SHAPE, base, LORA, plan(3)).withBottlenecks(RECIPE);
    Map<String, float[]> start = new LinkedHashMap<>(start(adapter));
    start.replaceAll((name, values) -> base.getOrDefault(name, values));
    int[] ids = {1, 2, 3, 4, 5};

    assertThat(adapter.logProbs(start, ids, true)).isEqualTo(full.logProbs(base, ids, true));
    Map<String, float[]> trained = run(adapter, start, "adapter", 3);

    assertThat(named(trained, DECODER)).isNotEqualTo(named(base, DECODER));
    var own = new LinkedHashMap<>(LORA.weights(SHAPE));
    own.putAll(RECIPE.bottlenecks().weights(SHAPE));
    assertThat(trained).containsOnlyKeys(own.keySet());
  }

  @Test
  void aFrozenChannelIsNotTrained() {
    Trainer full = Trainer.full(SHAPE, plan(3)).withBottlenecks(RECIPE);
    Map<String, float[]> base = run(full, start(full), "base", 3);
    var tuned =
        new LegibleRecipe(RECIPE.bottlenecks(), new Objective.TuneHead(), Curriculum.CONSTANT, 1);
    Trainer adapter = Trainer.adapter(SHAPE, base, LORA, plan(3)).withBottlenecks(tuned);

    Map<String, float[]> trained = run(adapter, start(adapter), "tuned", 3);

    assertThat(trained).containsOnlyKeys(LORA.weights(SHAPE).keySet());
    assertThat(adapter.look(trained, Counting.batch(9)).delta()).isBetween(0.0, 1.0);
  }

  @Test
  void bottlenecksAfterTheFactLeaveTheModelAlone() {
    Trainer full = Trainer.full(SHAPE, plan(40));
    Map<String, float[]> model = run(full, start(full), "model", 40);
    var recipe =
        new LegibleRecipe(
            RECIPE.bottlenecks(), new Objective.Reconstruct(), Curriculum.CONSTANT, 1);
    Trainer postHoc = Trainer.postHoc(SHAPE, model, recipe, plan(40));
    var errors = new ArrayList<Double>();
    Map<String, float[]> start = start(postHoc);
    Map<String, float[]> trained =
        postHoc.run(
            start,
            Counting::batch,
            directory.resolve("post-hoc"),
            40,
            (step, loss, tokens) -> errors.add(loss));

    assertThat(trained).containsOnlyKeys(RECIPE.bottlenecks().weights(SHAPE).keySet());
    assertThat(errors.getLast()).isLessThan(errors.getFirst() * 0.8);
    int[] ids = {4, 5, 6, 7};
    assertThat(postHoc.logProbs(trained, ids)).isEqualTo(full.logProbs(model, ids));
  }

  @Test
  void codesThatMissNothingMakeTheTwinEqual() {
    var recipe =
        new LegibleRecipe(
            new Bottlenecks(32, 32),
            new Objective.Joint(LossWeights.DEFAULT, false),
            Curriculum.CONSTANT,
            1);
    Trainer trainer = Trainer.full(SHAPE, plan(1)).withBottlenecks(recipe);
    Map<String, float[]> values = new LinkedHashMap<>(start(trainer));
    for (int layer = 0; layer < 2; layer++) {
      var encoder = new float[32 * 16];
      var decoder = new float[16 * 32];
      for (int i = 0; i < 16; i++) {
        encoder[i * 16 + i] = 1;
        encoder[(16 + i) * 16 + i] = -1;
        decoder[i * 32 + i] = 1;
        decoder[i * 32 + 16 + i] = -1;
      }
      values.put(Bottlenecks.prefix(layer) + "encoder.weight", encoder);
      values.put(Bottlenecks.prefix(layer) + "decoder.weight", decoder);
    }
    var readings = new ArrayList<LegibleReading>();
    trainer.read(values, Counting.batch(1), readings::add);
    assertThat(readings).hasSize(8);
    for (LegibleReading reading : readings) {
      int tokens = reading.example().ids().length - 1;
      assertThat(reading.deltas())
          .hasSize(tokens)
          .containsExactly(new float[tokens], within(1e-5f));
      assertThat(reading.agrees()).containsOnly(true);
      assertThat(reading.codes())
          .hasSize(2)
          .allSatisfy(code -> assertThat(code).hasSize(tokens * 32));
    }
    int[] ids = {7, 8, 9};
    assertThat(trainer.logProbs(values, ids, true))
        .containsExactly(trainer.logProbs(values, ids, false), within(1e-5f));
  }

  private static LegibleRecipe joint(LossWeights weights) {
    return new LegibleRecipe(
        RECIPE.bottlenecks(), new Objective.Joint(weights, false), Curriculum.CONSTANT, 3);
  }

  private static Map<String, float[]> start(Trainer trainer) {
    return trainer.initial(new SplittableRandom(2));
  }

  private Map<String, float[]> run(
      Trainer trainer, Map<String, float[]> start, String state, long until) {
    return trainer.run(
        start, Counting::batch, directory.resolve(state), until, (step, loss, tokens) -> {});
  }

  private static float[] named(Map<String, float[]> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  private static TrainingPlan plan(int steps) {
    return new TrainingPlan(steps, 1e-2, 2, 0.01, 1, 2);
  }
}
