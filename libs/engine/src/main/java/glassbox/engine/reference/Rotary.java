package glassbox.engine.reference;

/**
 * Turns dimension i and i + headDim / 2 of a head by position * frequency[i] radians.
 *
 * <p>The angle is formed in f32, as transformers does; everything else in double.
 */
final class Rotary {
  private final float[] frequencies;

  /**
   * @param frequencies [headDim / 2]; empty leaves every vector as it is
   */
  Rotary(float[] frequencies) {
    this.frequencies = frequencies;
  }

  /** head [headDim], in place. */
  void rotate(double[] head, int position) {
    int half = frequencies.length;
    for (int i = 0; i < half; i++) {
      float angle = position * frequencies[i];
      double cos = Math.cos(angle);
      double sin = Math.sin(angle);
      double first = head[i];
      double second = head[i + half];
      head[i] = first * cos - second * sin;
      head[i + half] = second * cos + first * sin;
    }
  }
}
