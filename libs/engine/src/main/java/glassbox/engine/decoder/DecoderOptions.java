package glassbox.engine.decoder;

/**
 * How the decoder runs. Replay is bit-equal only with the same options.
 *
 * @param threads threads of one native operation; process-wide, the last loaded decoder decides.
 *     Serving uses 1 and runs sessions side by side.
 * @param backend for the models it covers
 * @param precision of weights and caches
 */
public record DecoderOptions(int threads, Backend backend, Precision precision) {
  public DecoderOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
    if (precision == Precision.BF16 && backend != Backend.COMPILED) {
      throw new IllegalArgumentException("precision BF16 needs backend COMPILED");
    }
  }

  /** The compiled backend in f32. */
  public DecoderOptions(int threads) {
    this(threads, Backend.COMPILED, Precision.F32);
  }

  /** One thread, the compiled backend, f32. */
  public static DecoderOptions defaults() {
    return new DecoderOptions(1);
  }
}
