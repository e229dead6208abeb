package glassbox.engine.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StateSketchTest {
  private static final int VOCABULARY = 301;
  private static final int WIDTH = 12;
  private static final float[][] OUTPUT = output();

  private static float[][] output() {
    var random = new Random(3);
    var weights = new float[VOCABULARY][WIDTH];
    for (float[] row : weights) {
      for (int d = 0; d < WIDTH; d++) {
        row[d] = (float) random.nextGaussian();
      }
    }
    return weights;
  }

  private static float[] state(long seed) {
    var random = new Random(seed);
    var state = new float[WIDTH];
    for (int d = 0; d < WIDTH; d++) {
      state[d] = (float) random.nextGaussian();
    }
    return state;
  }

  private static float[] logProbs(float[] state) {
    var logits = new float[VOCABULARY];
    double sum = 0;
    for (int v = 0; v < VOCABULARY; v++) {
      for (int d = 0; d < WIDTH; d++) {
        logits[v] += OUTPUT[v][d] * state[d];
      }
      sum += Math.exp(logits[v]);
    }
    for (int v = 0; v < VOCABULARY; v++) {
      logits[v] -= (float) Math.log(sum);
    }
    return logits;
  }

  private static float[] sketch(float[]... logProbs) {
    return StateSketch.of(new SpecialistLogProbs(logProbs, new int[logProbs.length], VOCABULARY));
  }

  @Test
  void itIsLinearInTheHiddenState() {
    float[] a = state(1);
    float[] b = state(2);
    var mixed = new float[WIDTH];
    for (int d = 0; d < WIDTH; d++) {
      mixed[d] = 2 * a[d] - 0.5f * b[d];
    }
    float[] ofA = sketch(logProbs(a));
    float[] ofB = sketch(logProbs(b));
    float[] ofMixed = sketch(logProbs(mixed));
    for (int d = 0; d < StateSketch.SIZE; d++) {
      assertThat(ofMixed[d]).isCloseTo(2 * ofA[d] - 0.5f * ofB[d], within(1e-3f));
    }
    assertThat(ofA).isNotEqualTo(ofB);
  }

  @Test
  void specialistsCountEqually() {
    float[] ofA = sketch(logProbs(state(1)));
    float[] ofB = sketch(logProbs(state(2)));
    float[] ofBoth = sketch(logProbs(state(1)), logProbs(state(2)));
    for (int d = 0; d < StateSketch.SIZE; d++) {
      assertThat(ofBoth[d]).isCloseTo((ofA[d] + ofB[d]) / 2, within(1e-4f));
    }
  }

  @Test
  void tokensThatCannotComeLeaveItFinite() {
    float[] logProbs = logProbs(state(1));
    logProbs[4] = Float.NEGATIVE_INFINITY;
    logProbs[6] = Float.NEGATIVE_INFINITY;
    logProbs[7] = Float.NEGATIVE_INFINITY;
    for (float number : sketch(logProbs)) {
      assertThat(number).isFinite();
    }
  }

  @Test
  void aVocabularyOfOneHasNothingToTellApart() {
    var said = new SpecialistLogProbs(new float[][] {{0}}, new int[] {0}, 1);
    assertThat(StateSketch.of(said)).containsOnly(0f);
  }
}
