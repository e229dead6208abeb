package glassbox.audit.journal;

import java.util.UUID;

/**
 * Names a row.
 *
 * @param id of the row, or of what it is about
 * @param detail the rest of the row's key, or empty
 */
public record JournalLine(Kind kind, UUID id, String detail) {

  /** A row whose key is an id. */
  public static JournalLine of(Kind kind, UUID id) {
    return new JournalLine(kind, id, "");
  }

  /** Whose rows the journal numbers. */
  public enum Kind {
    /** A read of the audit. */
    READ,
    /** An alarm. */
    ALARM,
    /** That somebody saw an alarm; the id is the alarm's. */
    ACKNOWLEDGEMENT,
    /** A royalty receipt; the id is the run's, the detail the fee's. */
    RECEIPT
  }
}
