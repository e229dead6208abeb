package glassbox.engine.decoder;

import java.util.Locale;

/** What runs the arithmetic of a step. */
public enum Backend {
  /** One call into the native engine for each operation; every architecture, f32 only. */
  ARRAYS,

  /**
   * One call for the whole step, compiled when the model is loaded, over weights in the processor's
   * own layout. Covers dense models with RMS norm and rotary positions; any other model runs on
   * {@link #ARRAYS}.
   */
  COMPILED;

  /** What records call it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
