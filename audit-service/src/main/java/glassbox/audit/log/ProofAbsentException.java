package glassbox.audit.log;

/** Nothing there that a proof could be about. */
final class ProofAbsentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  ProofAbsentException(Kind kind) {
    super(kind.name());
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** What is not there. */
  enum Kind {
    /** The tenant has no such run. */
    RUN,
    /** The log never had, or does not have yet, a checkpoint of that size. */
    SIZE,
    /** Nothing of the kind was erased or dropped. */
    RECORD,
    /** No such tile is written. */
    TILE
  }
}
