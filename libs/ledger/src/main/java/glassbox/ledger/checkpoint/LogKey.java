package glassbox.ledger.checkpoint;

import glassbox.ledger.note.KeyType;
import glassbox.ledger.note.VerifierKey;
import java.util.OptionalLong;

/**
 * A key of the log and the checkpoints it may sign.
 *
 * @param key of type {@link KeyType#ED25519}
 * @param from smallest tree size it signs, not negative
 * @param until largest tree size it signs, at least {@code from}; empty while the key is in use
 */
public record LogKey(VerifierKey key, long from, OptionalLong until) {
  /** Throws IllegalArgumentException outside those bounds. */
  public LogKey {
    if (key.type() != KeyType.ED25519) {
      throw new IllegalArgumentException("a log signs with a plain Ed25519 key");
    }
    if (from < 0 || (until.isPresent() && until.getAsLong() < from)) {
      throw new IllegalArgumentException("a key is valid from a size to a size not smaller");
    }
  }

  /** Whether the key may have signed a checkpoint of this size. */
  public boolean validAt(long size) {
    return from <= size && (until.isEmpty() || size <= until.getAsLong());
  }
}
