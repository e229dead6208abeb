package glassbox.engine.checkpoint;

/** How rotary frequencies are stretched to contexts longer than those trained on. */
public sealed interface RotaryScaling {
  /** Frequencies as they are. */
  record None() implements RotaryScaling {}

  /** Every frequency divided by {@code factor}. */
  record Linear(double factor) implements RotaryScaling {}

  /**
   * Llama 3: wavelengths shorter than originalContext / highFrequencyFactor stay, those longer than
   * originalContext / lowFrequencyFactor are divided by {@code factor}, those between are blended.
   */
  record Llama3(
      double factor, double lowFrequencyFactor, double highFrequencyFactor, int originalContext)
      implements RotaryScaling {}
}
