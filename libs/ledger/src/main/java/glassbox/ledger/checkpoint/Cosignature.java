package glassbox.ledger.checkpoint;

import glassbox.ledger.note.NoteSignature;
import glassbox.ledger.note.SignerKey;
import glassbox.ledger.note.VerifierKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A witness's statement: as of a time, this was the largest consistent head of the log it had seen.
 * Bytes after the key id: timestamp (8, big-endian seconds), Ed25519 signature (64).
 *
 * @param witness whose key verified it
 * @param time when the witness signed, in whole seconds
 */
public record Cosignature(VerifierKey witness, Instant time) {
  private static final int SIGNATURE = 64;

  /** The line a witness adds to a checkpoint. Requires a key of type COSIGNATURE. */
  static NoteSignature sign(String text, SignerKey key, Instant time) {
    long seconds = time.getEpochSecond();
    byte[] signature = key.sign(message(seconds, text));
    byte[] bytes =
        ByteBuffer.allocate(Long.BYTES + SIGNATURE).putLong(seconds).put(signature).array();
    return new NoteSignature(key.verifier().name(), key.verifier().keyId(), bytes);
  }

  /** The cosignature, if these bytes are the witness's over the checkpoint's text. */
  static Optional<Cosignature> verify(VerifierKey witness, String text, byte[] bytes) {
    if (bytes.length != Long.BYTES + SIGNATURE) {
      return Optional.empty();
    }
    long seconds = ByteBuffer.wrap(bytes).getLong();
    byte[] signature = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
    if (seconds < 0
        || seconds > Instant.MAX.getEpochSecond()
        || !witness.signed(message(seconds, text), signature)) {
      return Optional.empty();
    }
    return Optional.of(new Cosignature(witness, Instant.ofEpochSecond(seconds)));
  }

  private static byte[] message(long seconds, String text) {
    return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }
}
