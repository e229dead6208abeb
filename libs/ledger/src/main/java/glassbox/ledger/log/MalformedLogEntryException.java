package glassbox.ledger.log;

/** Bytes that are no entry of this log's formats. */
public final class MalformedLogEntryException extends RuntimeException {
  MalformedLogEntryException(String message) {
    super(message);
  }
}
