package glassbox.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

  private static final LlamaShape SHAPE = new LlamaShape(24, 16, 2, 2, 32, 32, 1e-5, 10_000);
  private static final LoraShape LORA = new LoraShape(2, 4, List.of("q_proj", "down_proj"));

  @TempDir Path directory;

  @Test
  void lossFallsOnARepeatingSequence() {
    Trainer trainer = Trainer.full(SHAPE, plan(40));
    var losses = new ArrayList<Double>();

    trainer.run(
        trainer.initial(new SplittableRandom(1)),
        Counting::batch,
        directory.resolve("state"),
        40,
        (step, loss, tokens) -> losses.add(loss));

    assertThat(losses).hasSize(40);
    assertThat(losses.getFirst()).isCloseTo(Math.log(24), within(0.2));
    assertThat(losses.getLast()).isLessThan(losses.getFirst() / 2);
  }

  @Test
  void anInterruptedRunGivesTheSameWeights() {
    Trainer trainer = Trainer.full(SHAPE, plan(8));
    Map<String, float[]> start = trainer.initial(new SplittableRandom(2));
    Path whole = directory.resolve("whole");
    Path parts = directory.resolve("parts");

    Map<String, float[]> uninterrupted = run(trainer, start, whole, 8);
    run(trainer, start, parts, 3);
    Map<String, float[]> resumed = run(trainer, start, parts, 8);

    assertThat(resumed).containsOnlyKeys(uninterrupted.keySet());
    uninterrupted.forEach((name, values) -> assertThat(resumed.get(name)).isEqualTo(values));
  }

  @Test
  void firstStepMovesEachWeightByTheRateAgainstItsGradient() {
    Trainer trainer = Trainer.full(SHAPE, new TrainingPlan(1, 1e-3, 1, 0, 1e9, 1));
    Map<String, float[]> start = trainer.initial(new SplittableRandom(3));

    Map<String, float[]> moved = run(trainer, start, directory.resolve("one"), 1);

    float[] before = weight(start);
    float[] after = weight(moved);
    for (int i = 0; i < before.length; i++) {
      // Adam's first step is rate * sign(gradient) wherever the gradient is not tiny.
      assertThat(Math.abs(after[i] - before[i])).isBetween(0f, 1.01e-3f);
    }
    assertThat(Math.abs(after[0] - before[0])).isCloseTo(1e-3f, within(1e-4f));
  }

  @Test
  void refusesAGradientThatStaysNotFinite() {
    Trainer trainer = Trainer.full(SHAPE, plan(2));
    Map<String, float[]> start = trainer.initial(new SplittableRandom(6));
    weight(start)[3] = Float.NaN;

    assertThatThrownBy(() -> run(trainer, start, directory.resolve("broken"), 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("step 0");
  }

  @Test
  void anAdapterStartsAsItsBaseAndLeavesItUnchanged() {
    Trainer full = Trainer.full(SHAPE, plan(1));
    Map<String, float[]> base = full.initial(new SplittableRandom(4));
    Trainer adapter = Trainer.adapter(SHAPE, base, LORA, plan(30));
    Map<String, float[]> start = adapter.initial(new SplittableRandom(5));
    int[] ids = {1, 2, 3, 4, 5};

    assertThat(adapter.logProbs(start, ids)).isEqualTo(full.logProbs(base, ids));

    var losses = new ArrayList<Double>();
    Map<String, float[]> trained =
        adapter.run(
            start,
            Counting::batch,
            directory.resolve("adapter"),
            30,
            (step, loss, tokens) -> losses.add(loss));
    assertThat(losses.getLast()).isLessThan(losses.getFirst());
    assertThat(trained).containsOnlyKeys(LORA.weights(SHAPE).keySet());
  }

  private static float[] weight(Map<String, float[]> weights) {
    return Objects.requireNonNull(weights.get("model.layers.0.mlp.up_proj.weight"));
  }

  private static Map<String, float[]> run(
      Trainer trainer, Map<String, float[]> start, Path state, long until) {
    return trainer.run(start, Counting::batch, state, until, (step, loss, tokens) -> {});
  }

  private static TrainingPlan plan(int steps) {
    return new TrainingPlan(steps, 1e-2, 2, 0.01, 1, 2);
  }
}
