package glassbox.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.engine.training.Example;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MixedBatchesTest {

  private static final List<Example> SHORT =
      IntStream.range(0, 50).mapToObj(i -> new Example(new int[] {i, 1}, 1)).toList();
  private static final List<Example> LONG =
      IntStream.range(0, 50).mapToObj(i -> new Example(new int[] {i, 1, 2, 3}, 1)).toList();

  @Test
  void aStepsBatchDependsOnSeedAndStepAlone() {
    var forward = new MixedBatches(mix()::draw, 6, 5);
    List<List<Example>> all = IntStream.range(0, 30).mapToObj(forward::batch).toList();
    for (int step = 29; step >= 0; step -= 7) {
      assertThat(new MixedBatches(mix()::draw, 6, 5).batch(step))
          .isEqualTo(all.get(step))
          .hasSize(6);
    }
    assertThat(new MixedBatches(mix()::draw, 6, 6).batch(0)).isNotEqualTo(all.getFirst());
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
