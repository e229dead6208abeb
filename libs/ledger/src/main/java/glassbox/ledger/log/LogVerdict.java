package glassbox.ledger.log;

/** What a check against the log came to. */
public sealed interface LogVerdict {
  /** The claim holds. */
  record Accepted() implements LogVerdict {}

  /** The claim was not shown. {@code reason} is a sentence for the reader of a report. */
  record Rejected(String reason) implements LogVerdict {}

  /** Whether the claim holds. */
  default boolean accepted() {
    return this instanceof Accepted;
  }
}
