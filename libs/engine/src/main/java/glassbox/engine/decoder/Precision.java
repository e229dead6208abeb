package glassbox.engine.decoder;

/** The type of weights, caches and products. */
public enum Precision {
  F32,

  /**
   * Weights, caches and the inputs of products rounded to bfloat16; the residual stream, the norms
   * and the softmax stay f32. Halves the memory that a step reads. Not within the tolerances that
   * hold for f32; replay is bit-equal at the same precision.
   */
  BF16
}
