package glassbox.ledger.block;

/**
 * What the bits of the recorded log-probabilities depend on besides models and tokens.
 *
 * @param build version of the code that ran, at most 255 UTF-8 bytes
 * @param threads of the numeric library
 * @param rows of the batch the specialists ran in
 * @param backend what ran the specialists, such as {@code arrays} or {@code compiled}; at most 255
 *     UTF-8 bytes, empty where it is not known: format version 1 does not record it
 * @param routing what the specialists' layers passed on; version 1 knows only {@link Routing#FULL}
 */
public record Execution(String build, int threads, int rows, String backend, Routing routing) {
  public Execution {
    if (!Utf8.fits(build, 255)) {
      throw new IllegalArgumentException("build must be well-formed text of at most 255 bytes");
    }
    if (threads < 0 || rows < 0) {
      throw new IllegalArgumentException("threads and rows must not be negative");
    }
    if (!Utf8.fits(backend, 255)) {
      throw new IllegalArgumentException("backend must be well-formed text of at most 255 bytes");
    }
  }

  /** As version 1 records it: full routing on a backend that is not known. */
  public Execution(String build, int threads, int rows) {
    this(build, threads, rows, "", Routing.FULL);
  }

  /** The same with another routing. */
  public Execution withRouting(Routing other) {
    return new Execution(build, threads, rows, backend, other);
  }
}
