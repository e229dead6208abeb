package glassbox.engine.checkpoint;

/** In which precision the rotary frequencies are kept; see docs/adr/0003-rotary-precision.md. */
public enum RotaryPrecision {
  /** f32, whatever the checkpoint's type. */
  FLOAT32,
  /** Rounded through the checkpoint's own type when that is bfloat16 or float16. The default. */
  CHECKPOINT
}
