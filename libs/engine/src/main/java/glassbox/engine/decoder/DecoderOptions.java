package glassbox.engine.decoder;

/**
 * How the decoder runs.
 *
 * @param threads threads of one native operation; process-wide, the last loaded decoder decides.
 *     Replay is bit-equal only at the same number. Serving uses 1 and runs sessions side by side.
 */
public record DecoderOptions(int threads) {
  public DecoderOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
  }

  public static DecoderOptions defaults() {
    return new DecoderOptions(1);
  }
}
