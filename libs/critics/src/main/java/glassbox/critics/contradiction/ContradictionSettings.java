package glassbox.critics.contradiction;

/**
 * When a contradiction counts.
 *
 * @param confidence least confidence of an inference that flags, in (0, 1]
 */
public record ContradictionSettings(double confidence) {

  /** Confidence at least .6. */
  public static final ContradictionSettings DEFAULT = new ContradictionSettings(.6);

  public ContradictionSettings {
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence is in (0, 1]: " + confidence);
    }
  }
}
