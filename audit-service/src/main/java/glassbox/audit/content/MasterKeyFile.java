package glassbox.audit.content;

import java.io.IOException;
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
import java.util.HexFormat;
import java.util.Set;

/** The file of the master key: 64 hexadecimal digits, for its owner's eyes only. */
final class MasterKeyFile {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path file;

  MasterKeyFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  boolean exists() {
    return Files.exists(file);
  }

  Path path() {
    return file;
  }

  /**
   * Writes a new secret to the disk, unless there is one.
   *
   * @throws MasterKeyException if it cannot be written
   */
  void makeIfAbsent(SecureRandom random) {
    byte[] secret = new byte[Aes.KEY_BYTES];
    random.nextBytes(secret);
    byte[] text = (HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.US_ASCII);
    try {
      Path directory = file.resolveSibling("");
      Files.createDirectories(directory);
      Path draft = Files.createTempFile(directory, "master-key", ".new", OWNER_ONLY);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(text);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      publish(draft, directory);
    } catch (IOException e) {
      throw new MasterKeyException("the master key cannot be written to " + file, e);
    }
  }

  /** A link is made or not; unlike a rename it never replaces a key that is there. */
  private void publish(Path draft, Path directory) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException another) {
      return;
    } finally {
      Files.delete(draft);
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Overwrites and deletes the file.
   *
   * @return false if it is not there
   * @throws MasterKeyException if that cannot be done
   */
  boolean destroy() {
    if (!exists()) {
      return false;
    }
    try {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.allocate((int) channel.size()));
        channel.force(true);
      }
      Files.delete(file);
      try (FileChannel channel =
          FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
        channel.force(true);
      }
      return true;
    } catch (IOException e) {
      throw new MasterKeyException("the old master key cannot be destroyed at " + file, e);
    }
  }

  /**
   * The secret, 32 bytes.
   *
   * @throws MasterKeyException if the file cannot be read or holds something else
   */
  byte[] read() {
    try {
      String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
      if (text.matches("[0-9a-f]{64}")) {
        return HexFormat.of().parseHex(text);
      }
    } catch (IOException e) {
      throw new MasterKeyException("the master key cannot be read from " + file, e);
    }
    throw new MasterKeyException(file + " does not hold 64 lower-case hexadecimal digits");
  }
}
