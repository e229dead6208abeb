package glassbox.inference.monitor;

import glassbox.contracts.specialist.ChannelMonitor.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of specialists' files, on disk. A write is whole or not there: it goes to a file
 * beside and is renamed over, both synced.
 */
final class WatchFile {
  private static final int VERSION = 1;

  private final Path file;
  private final JsonMapper json;

  WatchFile(Path file, JsonMapper json) {
    this.file = file.toAbsolutePath();
    this.json = json;
  }

  /**
   * A specialist's files as they were once seen.
   *
   * @param digest hex SHA-256 over them
   * @param specialist its alias
   * @param reason why they are watched; null for those that are not
   * @param suspectSince when they became suspect; null for those that are not
   */
  record Known(
      String digest, String specialist, @Nullable Reason reason, @Nullable Instant suspectSince) {}

  /** The document. */
  record Document(int version, List<Known> known) {
    Document {
      known = List.copyOf(known);
    }
  }

  /**
   * What was written last; empty before the first start.
   *
   * @throws IllegalStateException when it cannot be read: a suspicion must not get lost with it
   */
  Optional<List<Known>> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Document document = json.readValue(Files.readAllBytes(file), Document.class);
      if (document.version() == VERSION) {
        return Optional.of(document.known());
      }
    } catch (IOException | JacksonException e) {
      throw damaged(e);
    }
    throw damaged(null);
  }

  private IllegalStateException damaged(@Nullable Exception cause) {
    return new IllegalStateException(
        file + " cannot be read: restore it, or remove it to start all watches anew", cause);
  }

  /** Replaces what was written. */
  void write(List<Known> known) {
    try {
      Files.createDirectories(file.getParent());
      Path beside = file.resolveSibling(file.getFileName() + ".part");
      byte[] bytes = json.writeValueAsBytes(new Document(VERSION, known));
      try (FileChannel channel =
          FileChannel.open(
              beside,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(bytes));
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        directory.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
