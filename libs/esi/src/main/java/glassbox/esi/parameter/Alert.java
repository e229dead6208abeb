package glassbox.esi.parameter;

/**
 * Something that operators should see.
 *
 * @param kind of it
 * @param value observed
 * @param bar it crossed
 * @param about what it is about: a pair of critics, a domain
 * @param remedy what is done about it
 */
public record Alert(Kind kind, double value, double bar, String about, Remedy remedy) {

  /** Kinds of alerts, Parts 8.7 and 12.4 of the source. */
  public enum Kind {
    /** The seven-run average of agreement is low. */
    CSA_LOW,
    /** The order in which two critics run matters. */
    ORDER_SENSITIVE,
    /** Claims have fewer fragments than they need. */
    EVIDENCE_SHORT,
    /** chi is over the phase label while its average was not. */
    CHI_SPIKE,
    /** Scaffold and critics cost more than their share. */
    COSTLY
  }

  /** What is done. */
  public sealed interface Remedy {

    /** T2 is cooled, structure moves from plan to trace, the verification is done again. */
    record CoolVerification() implements Remedy {}

    /** The run does not commit; its tools are to be asked again. */
    record BlockCommit() implements Remedy {}

    /** T1 is warmed; T2 stays. */
    record WarmDraft() implements Remedy {}

    /** Structure is reduced. */
    record LessStructure() implements Remedy {}
  }
}
