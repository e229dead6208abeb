package glassbox.ledger.checkpoint;

/** A text that is not a checkpoint, or a file that is not a list of log keys. */
public final class MalformedCheckpointException extends RuntimeException {
  MalformedCheckpointException(String message) {
    super(message);
  }
}
