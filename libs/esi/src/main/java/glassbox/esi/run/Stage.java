package glassbox.esi.run;

/** Where a run stands. */
public enum Stage {
  /** Volatility, starch and scaffold are chosen. */
  PREP,
  /** Cool pass: what is given, and the plan. */
  OUTLINE,
  /** Warm pass: the work, with tools. */
  DRAFT,
  /** Cool pass: checks, trace and answer. */
  VERIFY,
  /** The critics judge what was verified. */
  JUDGE,
  /** Cool pass over the failing segment alone. */
  REPAIR,
  /** The answer passed the gate. */
  COMMIT,
  /** It did not, or could not be had. */
  FAIL;

  /** Whether nothing follows. */
  public boolean terminal() {
    return this == COMMIT || this == FAIL;
  }

  /** Whether a model decodes here. */
  public boolean decodes() {
    return this == OUTLINE || this == DRAFT || this == VERIFY || this == REPAIR;
  }
}
