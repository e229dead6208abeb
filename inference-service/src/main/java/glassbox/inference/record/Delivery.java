package glassbox.inference.record;

/** What became of a block sent to the audit service. */
sealed interface Delivery {

  /** It is there, now or since before. */
  record Accepted() implements Delivery {}

  /** It will never be taken: it does not add up, or cannot be read. */
  record Refused(int status) implements Delivery {}

  /** Audit did not answer, or cannot take it now. */
  record Unavailable(String reason) implements Delivery {}
}
