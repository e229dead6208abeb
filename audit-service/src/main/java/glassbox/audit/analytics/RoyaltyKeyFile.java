package glassbox.audit.analytics;

import glassbox.ledger.royalty.RoyaltyKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** The file of the signing key: mode 600, made once, whole or not at all. */
final class RoyaltyKeyFile {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(OWNER);

  private RoyaltyKeyFile() {}

  /**
   * Reads the key; makes one first where there is no file.
   *
   * @throws IllegalStateException if others may read the file
   * @throws IllegalArgumentException if it holds no key
   */
  static RoyaltyKey open(Path file, SecureRandom random) {
    try {
      if (!Files.exists(file)) {
        make(file.toAbsolutePath(), RoyaltyKey.generate(random));
      }
      if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
        throw new IllegalStateException(file + " must be readable by its owner only: chmod 600 it");
      }
      return RoyaltyKey.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or make " + file, e);
    }
  }

  /** A link, unlike a move, never replaces the key that another start made in between. */
  private static void make(Path file, RoyaltyKey key) throws IOException {
    Path directory = file.resolveSibling("");
    Files.createDirectories(directory);
    Path draft = Files.createTempFile(directory, "royalty-signing", ".new", OWNER_ONLY);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(key.secretText().getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException theirs) {
      return;
    } finally {
      Files.delete(draft);
    }
  }
}
