package glassbox.audit.log;

/** A cosignature that is not taken. */
final class CosignatureRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  CosignatureRefusedException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  /** Why. */
  enum Reason {
    /** The bytes are not a signed note. */
    MALFORMED,
    /** It is of a checkpoint that is not the published one. */
    NOT_CURRENT,
    /** No line is of a known witness, or one of a known witness is false. */
    UNTRUSTED
  }
}
