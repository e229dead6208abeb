package glassbox.engine.legible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LegibleModelTest {

  private static final Blueprint MLP = new Blueprint.Mlp(16, 3, new SiteShape(6, 8, 3));
  private static final LossWeights WEIGHTS = LossWeights.DEFAULT;

  @Test
  void learnsToCountTwoConceptsLegibly() {
    Examples examples = counted(2_000, 1);
    try (LegibleModel model = LegibleModel.fresh(MLP, 1)) {
      List<Double> losses = new ArrayList<>();
      model.train(
          examples, recipe(new Objective.Joint(WEIGHTS, false), 300), (s, l) -> losses.add(l));
      Examples held = counted(500, 2);
      Reading reading = model.read(held.inputs(), 1);
      int right = 0;
      for (int row = 0; row < held.size(); row++) {
        right += Certificate.largest(reading.legible(), row, 3) == held.classes()[row] ? 1 : 0;
      }
      assertThat(losses.getLast()).isLessThan(losses.getFirst() / 3);
      assertThat(right / 500.0).isGreaterThan(0.97);
      assertThat(reading.certificate().mean()).isLessThan(0.05);
      assertThat(reading.leakEnergy()).isLessThan(0.2);
    }
  }

  @Test
  void repeatsItselfBitForBit() {
    assertThat(trained(3)).usingRecursiveComparison().isEqualTo(trained(3));
    assertThat(trained(3).get("out.weight")).isNotEqualTo(trained(4).get("out.weight"));
  }

  private static Map<String, float[]> trained(long seed) {
    try (LegibleModel model = LegibleModel.fresh(MLP, 1)) {
      Recipe recipe = recipe(new Objective.Joint(WEIGHTS, false), 20).withSeed(seed);
      model.train(counted(500, 1), recipe, (s, l) -> {});
      return model.values();
    }
  }

  @Test
  void keepsColumnsUnitWhileTraining() {
    Map<String, float[]> values = trained(3);
    float[] decoder = Objects.requireNonNull(values.get("site.decoder.weight"));
    for (int atom = 0; atom < 8; atom++) {
      double squares = 0;
      for (int i = 0; i < 6; i++) {
        squares += decoder[i * 8 + atom] * decoder[i * 8 + atom];
      }
      assertThat(squares).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void tunesTheHeadWithoutTouchingTheBottleneck() {
    Map<String, float[]> before = trained(3);
    try (LegibleModel model = LegibleModel.of(MLP, before)) {
      model.train(counted(500, 1), recipe(new Objective.TuneHead(), 20), (s, l) -> {});
      Map<String, float[]> after = model.values();
      assertThat(after.get("site.encoder.weight")).isEqualTo(before.get("site.encoder.weight"));
      assertThat(after.get("site.decoder.weight"))
          .containsExactly(before.get("site.decoder.weight"), within(1e-6f));
      assertThat(after.get("out.weight")).isNotEqualTo(before.get("out.weight"));
    }
  }

  @Test
  void fitsTheBottleneckWithoutTouchingTheHead() {
    Map<String, float[]> before = trained(3);
    try (LegibleModel model = LegibleModel.of(MLP, before)) {
      model.train(counted(500, 1), recipe(new Objective.Reconstruct(), 20), (s, l) -> {});
      Map<String, float[]> after = model.values();
      assertThat(after.get("out.weight")).isEqualTo(before.get("out.weight"));
      assertThat(after.get("site.encoder.weight")).isNotEqualTo(before.get("site.encoder.weight"));
    }
  }

  @Test
  void answersFromAReplacedCode() {
    try (LegibleModel model = LegibleModel.fresh(MLP, 1)) {
      Examples examples = counted(10, 1);
      Reading reading = model.read(examples.inputs(), 1);
      assertThat(model.logitsOf(examples.inputs(), reading.code()))
          .containsExactly(reading.legible(), within(1e-6f));
    }
  }

  @Test
  void refusesFewerExamplesThanABatch() {
    try (LegibleModel model = LegibleModel.fresh(MLP, 1)) {
      assertThatThrownBy(
              () -> model.train(counted(10, 1), recipe(new Objective.TuneHead(), 1), (s, l) -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("10 examples");
    }
  }

  private static Recipe recipe(Objective objective, int steps) {
    return new Recipe(steps, 64, 5e-3, Recipe.Decay.NONE, Recipe.Curriculum.CONSTANT, objective, 1);
  }

  /** Two of six inputs are concepts, the rest noise; the class is how many are present. */
  private static Examples counted(int size, long seed) {
    var random = new SplittableRandom(seed);
    var values = new float[size * 6];
    var classes = new int[size];
    for (int row = 0; row < size; row++) {
      for (int i = 0; i < 6; i++) {
        boolean present = i < 2 && random.nextDouble() < 0.4;
        values[row * 6 + i] = (float) ((present ? 1 : 0) + 0.05 * random.nextGaussian());
        classes[row] += present ? 1 : 0;
      }
    }
    return new Examples(new Inputs.Features(values, 6), classes);
  }
}
