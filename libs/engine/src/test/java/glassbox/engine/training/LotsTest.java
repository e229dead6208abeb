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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that read two batches side by side. */
class LotsTest {

  private static final LlamaShape SHAPE = new LlamaShape(24, 16, 2, 2, 32, 32, 1e-5, 10_000);
  private static final TrainingPlan PLAN = new TrainingPlan(12, 1e-2, 2, 0.01, 1, 2);

  @TempDir Path directory;

  @Test
  void twoLotsAreOneBatchOfBoth() {
    Trainer one = Trainer.full(SHAPE, PLAN);
    Trainer two = Trainer.full(SHAPE, PLAN.inTwoLots());
    Map<String, float[]> start = one.initial(new SplittableRandom(1));

    List<Double> together = losses(one, start, LotsTest::both);
    List<Double> sideBySide = losses(two, start, Counting::batch);

    assertThat(sideBySide).hasSize(12);
    for (int step = 0; step < 12; step++) {
      assertThat(sideBySide.get(step)).isCloseTo(together.get(step), within(2e-3));
    }
    assertThat(sideBySide.getLast()).isLessThan(sideBySide.getFirst() - 0.3);
  }

  @Test
  void theSameBitsEveryTimeAndAfterAnInterruption() {
    Trainer trainer = Trainer.full(SHAPE, PLAN.inTwoLots().withMatrixRate(0.02));
    Map<String, float[]> start = trainer.initial(new SplittableRandom(2));
    Map<String, float[]> whole = run(trainer, start, "whole", 12);

    run(trainer, start, "parts", 5);
    for (Map<String, float[]> again :
        List.of(run(trainer, start, "parts", 12), run(trainer, start, "again", 12))) {
      whole.forEach((name, numbers) -> assertThat(again.get(name)).isEqualTo(numbers));
    }
  }

  @Test
  void aLotThatFailsEndsTheRun() {
    Trainer trainer = Trainer.full(SHAPE, PLAN.inTwoLots());
    Map<String, float[]> start = trainer.initial(new SplittableRandom(3));
    BatchSource broken =
        number -> {
          if (number < 7) {
            return Counting.batch(number);
          }
          return List.of(new Example(new int[] {1, 99}, 1));
        };

    assertThatThrownBy(
            () ->
                trainer.run(
                    start, broken, directory.resolve("broken"), 12, (s, loss, tokens) -> {}))
        .isInstanceOf(RuntimeException.class);
    assertThat(Trainer.finishedSteps(directory.resolve("broken"))).isEqualTo(2);
  }

  @Test
  void moreThanTwoLotsHaveNoFixedBits() {
    assertThatThrownBy(() -> new TrainingPlan(1, 1e-2, 0, 0, 1, 1, 0, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 lot or 2");
  }

  private static List<Example> both(long step) {
    return Stream.of(Counting.batch(2 * step), Counting.batch(2 * step + 1))
        .flatMap(List::stream)
        .toList();
  }

  private List<Double> losses(Trainer trainer, Map<String, float[]> start, BatchSource source) {
    var losses = new ArrayList<Double>();
    Path state = directory.resolve("lots" + trainer.plan().lots());
    Map<String, float[]> trained =
        trainer.run(start, source, state, 12, (step, loss, tokens) -> losses.add(loss));
    assertThat(Objects.requireNonNull(trained)).isNotEmpty();
    return losses;
  }

  private Map<String, float[]> run(
      Trainer trainer, Map<String, float[]> start, String state, long until) {
    return trainer.run(
        start, Counting::batch, directory.resolve(state), until, (step, loss, tokens) -> {});
  }
}
