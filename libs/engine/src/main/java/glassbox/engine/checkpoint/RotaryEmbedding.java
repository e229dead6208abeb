package glassbox.engine.checkpoint;

/**
 * Rotary position embedding (Su et al. 2021), halves rotated as in transformers: dimension i is
 * paired with i + headDim / 2.
 *
 * @param theta base of the geometric series of wavelengths
 */
public record RotaryEmbedding(double theta, RotaryScaling scaling) {

  /**
   * The angle per position of each pair of dimensions: theta^(-2i / headDim), scaled.
   *
   * @return f32, [headDim / 2], radians per position
   */
  public float[] inverseFrequencies(int headDim) {
    float[] frequencies = new float[headDim / 2];
    for (int i = 0; i < frequencies.length; i++) {
      float power = (float) Math.pow((float) theta, (float) (2 * i) / headDim);
      frequencies[i] = scale(1.0f / power);
    }
    return frequencies;
  }

  private float scale(float frequency) {
    return switch (scaling) {
      case RotaryScaling.None() -> frequency;
      case RotaryScaling.Linear(double factor) -> frequency / (float) factor;
      case RotaryScaling.Llama3 llama3 -> scaleLlama3(frequency, llama3);
    };
  }

  private static float scaleLlama3(float frequency, RotaryScaling.Llama3 scaling) {
    float wavelength = (float) (2 * Math.PI / frequency);
    double context = scaling.originalContext();
    if (wavelength < context / scaling.highFrequencyFactor()) {
      return frequency;
    }
    if (wavelength > context / scaling.lowFrequencyFactor()) {
      return (float) (frequency / scaling.factor());
    }
    double smooth =
        (context / wavelength - scaling.lowFrequencyFactor())
            / (scaling.highFrequencyFactor() - scaling.lowFrequencyFactor());
    return (float) ((1 - smooth) * frequency / scaling.factor() + smooth * frequency);
  }
}
