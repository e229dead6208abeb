package glassbox.esi.judging;

/** When critics are asked. */
public enum Phase {
  /** [Given] to [Trace] stand, [Answer] does not: it is begun only if these checks pass. */
  CHECKS,
  /** The answer stands: what is judged now is committed, repaired or failed. */
  ANSWER
}
