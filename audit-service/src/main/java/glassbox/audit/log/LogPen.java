package glassbox.audit.log;

import glassbox.ledger.checkpoint.CheckpointSigner;
import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.checkpoint.LogKeys;
import glassbox.ledger.checkpoint.WitnessPolicy;
import glassbox.ledger.note.KeyType;
import glassbox.ledger.note.SignerKey;
import glassbox.ledger.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;

/** The log's keys: the private one that signs now, and the public ones with their sizes. */
final class LogPen {
  private final LogSettings settings;
  private final SignerKey key;
  private LogKeys keys;

  private LogPen(LogSettings settings, SignerKey key, LogKeys keys) {
    this.settings = settings;
    this.key = key;
    this.keys = keys;
  }

  /**
   * Reads the keys; makes the private one when its file is absent.
   *
   * @param fresh whether the log has no checkpoint yet: only then the public keys may be absent
   * @throws LogInconsistentException if they are absent otherwise
   */
  static LogPen open(LogSettings settings, boolean fresh) {
    try {
      SignerKey key = signer(settings);
      Path file = path(settings.verifierKeys());
      if (Files.exists(file)) {
        return new LogPen(settings, key, LogKeys.parse(Files.readString(file)));
      }
      if (!fresh) {
        throw new LogInconsistentException(
            "the file of the log's verifier keys is gone (glassbox.audit.log.verifier-keys)");
      }
      LogKeys keys = LogKeys.of(key.verifier());
      DurableText.write(file, keys.text());
      return new LogPen(settings, key, keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SignerKey signer(LogSettings settings) throws IOException {
    Path file = path(settings.signingKey());
    if (!Files.exists(file)) {
      SignerKey made = SignerKey.generate(settings.origin(), KeyType.ED25519, new SecureRandom());
      DurableText.writeSecret(file, made.secretText() + "\n");
    }
    return SignerKey.parse(Files.readString(file).strip());
  }

  private static Path path(@org.jspecify.annotations.Nullable Path set) {
    return Objects.requireNonNull(set, "settings without paths");
  }

  /** Whether the private key is not the one that signed last. */
  boolean isNew() {
    return !keys.current().equals(key.verifier());
  }

  /**
   * Lets the private key take over; the public file says so from now on.
   *
   * @param size of the last checkpoint
   * @throws LogInconsistentException if the settings do not name the last key as an old one, or the
   *     new one had its time already
   */
  void takeOver(long size) {
    VerifierKey last = keys.current();
    if (!settings.oldVerifierKeys().contains(last.text())) {
      throw new LogInconsistentException(
          "the signing key is not the log's: put the old file back, or, to go over to a new key,"
              + " list "
              + last.text()
              + " in glassbox.audit.log.old-verifier-keys");
    }
    try {
      LogKeys rotated = keys.rotate(key.verifier(), size);
      DurableText.write(path(settings.verifierKeys()), rotated.text());
      keys = rotated;
    } catch (IllegalArgumentException e) {
      throw new LogInconsistentException("the signing key cannot follow: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key in use. */
  VerifierKey current() {
    return key.verifier();
  }

  /** Signs for {@link #current()}. */
  CheckpointSigner signer() {
    return new CheckpointSigner(settings.origin(), key, keys);
  }

  /** Believes what any key of the log signed in its time, and the configured witnesses. */
  CheckpointVerifier verifier() {
    List<VerifierKey> witnesses = settings.witnesses().stream().map(VerifierKey::parse).toList();
    return new CheckpointVerifier(settings.origin(), keys, new WitnessPolicy(0, witnesses));
  }
}
