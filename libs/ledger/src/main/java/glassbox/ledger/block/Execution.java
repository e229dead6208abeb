package glassbox.ledger.block;

/**
 * What the bits of the recorded log-probabilities depend on besides models and tokens.
 *
 * @param build version of the code that ran, at most 255 UTF-8 bytes
 * @param threads of the numeric library
 * @param rows of the batch the specialists ran in
 */
public record Execution(String build, int threads, int rows) {
  public Execution {
    if (!Utf8.fits(build, 255)) {
      throw new IllegalArgumentException("build must be well-formed text of at most 255 bytes");
    }
    if (threads < 0 || rows < 0) {
      throw new IllegalArgumentException("threads and rows must not be negative");
    }
  }
}
