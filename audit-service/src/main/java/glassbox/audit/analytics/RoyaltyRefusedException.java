package glassbox.audit.analytics;

/** A fee that is not split, or a receipt that is not issued. Knows no HTTP. */
final class RoyaltyRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  RoyaltyRefusedException(Reason reason) {
    super(reason.toString());
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  /** Why. */
  enum Reason {
    /** No such run of this tenant. */
    RUN_UNKNOWN,
    /** There is no share to split by. */
    NO_SHARES,
    /** This fee of this run has a receipt over another amount. */
    FEE_TAKEN
  }
}
