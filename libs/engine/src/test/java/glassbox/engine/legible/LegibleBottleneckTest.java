package glassbox.engine.legible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import glassbox.engine.gradient.TrainingEngine;
import glassbox.engine.gradient.Weights;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LegibleBottleneckTest {

  private static final SiteShape SHAPE = new SiteShape(6, 10, 3);

  @Test
  void keepsExactlyTheLargestEntries() {
    try (NDManager manager = TrainingEngine.manager()) {
      var random = new SplittableRandom(1);
      float[] values = Initial.uniform(50 * 10, 1, random);
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.abs(values[i]);
      }
      NDArray kept = LegibleBottleneck.largest(manager.create(values, new Shape(50, 10)), 3);
      float[] codes = kept.toFloatArray();
      for (int row = 0; row < 50; row++) {
        float[] before = Arrays.copyOfRange(values, row * 10, row * 10 + 10);
        float[] after = Arrays.copyOfRange(codes, row * 10, row * 10 + 10);
        float[] sorted = before.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < 10; i++) {
          assertThat(after[i]).isEqualTo(before[i] >= sorted[7] ? before[i] : 0f);
        }
      }
    }
  }

  @Test
  void keepsNoMoreThanAllowedAmongEqualEntries() {
    try (NDManager manager = TrainingEngine.manager()) {
      NDArray kept = LegibleBottleneck.largest(manager.ones(new Shape(4, 10)), 3);
      assertThat(kept.sum(new int[] {1}).toFloatArray()).containsOnly(3f);
    }
  }

  @Test
  void reconstructionAndLeakMakeTheWhole() {
    try (NDManager manager = TrainingEngine.manager()) {
      float[] h = Initial.normal(20 * 6, new SplittableRandom(2));
      Passage passage = bottleneck(manager).pass(manager.create(h, new Shape(20, 6)));
      assertThat(passage.reconstruction().add(passage.leak()).toFloatArray())
          .containsExactly(h, within(1e-6f));
      for (float entry : passage.code().toFloatArray()) {
        assertThat(entry).isNotNegative();
      }
    }
  }

  @Test
  void routesWhatEachModeSays() {
    try (NDManager manager = TrainingEngine.manager()) {
      float[] h = Initial.normal(4 * 6, new SplittableRandom(2));
      Passage passage = bottleneck(manager).pass(manager.create(h, new Shape(4, 6)));
      float[] code = passage.reconstruction().toFloatArray();
      float[] leak = passage.leak().toFloatArray();
      assertThat(passage.routed(new Routing.Full()).toFloatArray()).isEqualTo(h);
      assertThat(passage.routed(new Routing.Legible()).toFloatArray()).isEqualTo(code);
      long[] rows = {2, 0, 3, 1};
      float[] swapped = passage.routed(new Routing.LeakSwap(rows)).toFloatArray();
      for (int i = 0; i < swapped.length; i++) {
        float expected = code[i] + leak[(int) rows[i / 6] * 6 + i % 6];
        assertThat(swapped[i]).isCloseTo(expected, within(1e-6f));
      }
    }
  }

  @Test
  void settlingMakesColumnsUnitAndMovesTheAnchor() {
    try (NDManager manager = TrainingEngine.manager()) {
      Weights weights = weights(manager);
      NDArray anchor = weights.get(LegibleBottleneck.decoder(LegibleModel.SITE)).mul(0);
      weights.requireGradients();
      var bottleneck = new LegibleBottleneck(SHAPE, LegibleModel.SITE, weights, anchor);
      NDArray decoder = weights.get(LegibleBottleneck.decoder(LegibleModel.SITE)).stopGradient();
      decoder.muli(2.5f);
      bottleneck.settle(manager);
      for (float norm : decoder.norm(new int[] {0}).toFloatArray()) {
        assertThat(norm).isCloseTo(1, within(1e-6f));
      }
      float[] expected = decoder.mul(0.01f).toFloatArray();
      assertThat(anchor.toFloatArray()).containsExactly(expected, within(1e-7f));
    }
  }

  @Test
  void refusesMoreActiveAtomsThanThereAre() {
    assertThatThrownBy(() -> new SiteShape(6, 10, 11))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("11 of 10");
  }

  private static LegibleBottleneck bottleneck(NDManager manager) {
    Weights weights = weights(manager);
    return new LegibleBottleneck(
        SHAPE,
        LegibleModel.SITE,
        weights,
        weights.get(LegibleBottleneck.decoder(LegibleModel.SITE)).mul(1));
  }

  private static Weights weights(NDManager manager) {
    return Weights.of(
        manager,
        LegibleBottleneck.shapes(SHAPE, LegibleModel.SITE),
        LegibleBottleneck.initial(SHAPE, LegibleModel.SITE, new SplittableRandom(4)));
  }
}
