package glassbox.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.engine.training.Example;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MixedBatchesTest {

  private static final List<Example> SHORT =
      IntStream.range(0, 50).mapToObj(i -> new Example(new int[] {i, 1}, 1)).toList();
  private static final List<Example> LONG =
      IntStream.range(0, 50).mapToObj(i -> new Example(new int[] {i, 1, 2, 3}, 1)).toList();

  @Test
  void aStepsBatchDependsOnSeedAndStepAlone() {
    var forward = new MixedBatches(mix()::draw, 6, 1, 5);
    List<List<Example>> all = IntStream.range(0, 30).mapToObj(forward::batch).toList();
    for (int step = 29; step >= 0; step -= 7) {
      assertThat(new MixedBatches(mix()::draw, 6, 1, 5).batch(step))
          .isEqualTo(all.get(step))
          .hasSize(6);
    }
    assertThat(new MixedBatches(mix()::draw, 6, 1, 6).batch(0)).isNotEqualTo(all.getFirst());
  }

  @Test
  void theLotsOfAStepAreOfLikeLength() {
    var batches = new MixedBatches(mix()::draw, 6, 2, 5);
    int mixed = 0;
    for (int step = 0; step < 80; step++) {
      List<Example> lots =
          Stream.of(batches.batch(2L * step), batches.batch(2L * step + 1))
              .flatMap(List::stream)
              .toList();
      assertThat(lots).hasSize(12);
      mixed += lots.stream().mapToInt(e -> e.ids().length).distinct().count() > 1 ? 1 : 0;
    }
    // At most one of the eight steps of a pool holds the border between the lengths.
    assertThat(mixed).isLessThanOrEqualTo(10);
    assertThat(batches.batch(0)).isNotEqualTo(batches.batch(1));
  }

  @Test
  void partsAreDrawnInProportionToTheirWeights() {
    var random = new SplittableRandom(9);
    long longOnes =
        IntStream.range(0, 10_000).filter(i -> mix().draw(random).ids().length == 4).count();
    // Four standard deviations of a binomial with n = 10,000 and p = 1/4: false alarms 1 in 15,000.
    assertThat(longOnes).isBetween(2_500L - 174, 2_500L + 174);
  }

  private static Mix<Example> mix() {
    return new Mix<Example>().add(3, SHORT).add(1, LONG).add(5, List.of());
  }
}
