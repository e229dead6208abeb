package glassbox.engine.mixture;

/**
 * A few numbers that tell the specialists' hidden states apart, from what they said alone.
 *
 * <p>The difference of two log-probabilities is the difference of two logits, in which the
 * normalizer cancels; logits are linear in the state that the output layer read. So signed sums of
 * such differences are a random projection of that state, for any model whose logits are not
 * capped, without another output of its forward. Ids 2j and 2j + 1 make one difference; where it is
 * added and with which sign depends on j alone.
 */
public final class StateSketch {
  /** Numbers of a sketch. */
  public static final int SIZE = 8;

  /** 2^64 over the golden ratio: the upper bits of its multiples are spread evenly. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private static final int SIGN_AND_PLACE = 4;

  private StateSketch() {}

  /** The mean of the specialists' sketches, [{@value #SIZE}], finite. */
  public static float[] of(SpecialistLogProbs said) {
    int pairs = said.vocabularySize() / 2;
    var sums = new double[SIZE];
    for (int i = 0; i < said.specialists(); i++) {
      float[] values = said.values()[i];
      int from = said.offsets()[i];
      for (int j = 0; j < pairs; j++) {
        float difference = values[from + 2 * j] - values[from + 2 * j + 1];
        int spread = (int) (j * SPREAD >>> Long.SIZE - SIGN_AND_PLACE);
        if (Float.isFinite(difference)) {
          sums[spread % SIZE] += spread < SIZE ? difference : -difference;
        }
      }
    }
    double scale = said.specialists() * Math.sqrt(Math.max(1, (double) pairs / SIZE));
    var sketch = new float[SIZE];
    for (int d = 0; d < SIZE; d++) {
      sketch[d] = (float) (sums[d] / scale);
    }
    return sketch;
  }
}
