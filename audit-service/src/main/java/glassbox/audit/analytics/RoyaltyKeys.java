package glassbox.audit.analytics;

import glassbox.ledger.royalty.RoyaltyKey;
import glassbox.ledger.royalty.RoyaltyVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The key that signs receipts, and the public keys of all that signed before: their receipts stay
 * valid. The public keys are in a file beside the signing key, one a line, only ever appended.
 */
final class RoyaltyKeys {
  private final RoyaltyKey current;
  private final Map<String, RoyaltyVerifier> verifiers;

  private RoyaltyKeys(RoyaltyKey current, Map<String, RoyaltyVerifier> verifiers) {
    this.current = current;
    this.verifiers = verifiers;
  }

  /**
   * Opens the public keys; enters the signing key's if it is not among them.
   *
   * @param file one verifier key a line, oldest first
   * @throws IllegalArgumentException if a line is none
   */
  static RoyaltyKeys open(RoyaltyKey current, Path file) {
    try {
      Map<String, RoyaltyVerifier> verifiers = new HashMap<>();
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
          RoyaltyVerifier verifier = RoyaltyVerifier.parse(line);
          verifiers.put(verifier.id(), verifier);
        }
      }
      if (verifiers.put(current.verifier().id(), current.verifier()) == null) {
        append(file, current.verifier().text() + "\n");
      }
      return new RoyaltyKeys(current, verifiers);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or write " + file, e);
    }
  }

  private static void append(Path file, String line) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Signs new receipts. */
  RoyaltyKey current() {
    return current;
  }

  /** The public key of an id, if it is one of ours. */
  Optional<RoyaltyVerifier> verifier(String id) {
    return Optional.ofNullable(verifiers.get(id));
  }
}
