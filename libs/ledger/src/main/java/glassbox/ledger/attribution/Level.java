package glassbox.ledger.attribution;

/** The bar that an absolute residual, in nats, meets. */
public enum Level {
  /** Below 1e-5. */
  STRICT,
  /** Below 1e-3. */
  LENIENT,
  /** From 1e-3 to 1e-2. */
  FLAGGED,
  /** Above 1e-2, or not a number. */
  CATASTROPHIC;

  /** A residual at or above this, or NaN, is refused by an auditor. */
  public static final double REFUSED_FROM = 1e-3;

  /** The level of an absolute residual. */
  public static Level of(double absoluteResidual) {
    if (absoluteResidual < 1e-5) {
      return STRICT;
    }
    if (absoluteResidual < REFUSED_FROM) {
      return LENIENT;
    }
    return absoluteResidual <= 1e-2 ? FLAGGED : CATASTROPHIC;
  }

  /** Whether an auditor accepts a record of this level. */
  public boolean accepted() {
    return this == STRICT || this == LENIENT;
  }
}
