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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    assertSame(resumed, uninterrupted);
  }

  @Test
  void runsOnSeveralThreadsGiveWhatTheyGiveAlone() throws Exception {
    Trainer full = Trainer.full(SHAPE, plan(12));
    Map<String, float[]> base = full.initial(new SplittableRandom(7));
    Trainer adapter = Trainer.adapter(SHAPE, base, LORA, plan(12));
    Map<String, float[]> start = adapter.initial(new SplittableRandom(8));
    Map<String, float[]> fullAlone = run(full, base, directory.resolve("full"), 12);
    Map<String, float[]> adapterAlone = run(adapter, start, directory.resolve("adapter"), 12);

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      var besides = new ArrayList<Future<Map<String, float[]>>>();
      for (int i = 0; i < 2; i++) {
        Path fullState = directory.resolve("full" + i);
        Path adapterState = directory.resolve("adapter" + i);
        besides.add(threads.submit(() -> run(full, base, fullState, 12)));
        besides.add(threads.submit(() -> run(adapter, start, adapterState, 12)));
      }
      for (int i = 0; i < besides.size(); i += 2) {
        assertSame(besides.get(i).get(), fullAlone);
        assertSame(besides.get(i + 1).get(), adapterAlone);
      }
    }
  }

  @Test
  void aRunThatIsCalledOffIsSavedAndGoesOn() {
    Trainer trainer = Trainer.full(SHAPE, plan(8));
    Map<String, float[]> start = trainer.initial(new SplittableRandom(9));
    Map<String, float[]> whole = run(trainer, start, directory.resolve("whole"), 8);
    Path state = directory.resolve("called-off");
    var listener =
        new TrainingListener() {
          private long last;

          @Override
          public void onStep(long step, double loss, long tokens) {
            last = step;
          }

          @Override
          public boolean callsOff() {
            return last == 4;
          }
        };

    assertThatThrownBy(() -> trainer.run(start, Counting::batch, state, 8, listener))
        .isInstanceOf(TrainingCalledOffException.class)
        .hasMessageContaining("step 5");
    assertThat(Trainer.finishedSteps(state)).isEqualTo(5);
    assertSame(run(trainer, start, state, 8), whole);
  }

  private static void assertSame(Map<String, float[]> values, Map<String, float[]> expected) {
    assertThat(values).containsOnlyKeys(expected.keySet());
    expected.forEach((name, numbers) -> assertThat(values.get(name)).isEqualTo(numbers));
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
