package glassbox.audit.log;

import glassbox.ledger.tile.FileTiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The log's folder, held by one process at a time: tiles, checkpoint and their history. */
final class LogFiles implements AutoCloseable {
  private final FileChannel lock;
  private final FileTiles tiles;
  private final CheckpointHistory history;

  private LogFiles(FileChannel lock, FileTiles tiles, CheckpointHistory history) {
    this.lock = lock;
    this.tiles = tiles;
    this.history = history;
  }

  /**
   * Takes the folder; makes it when absent.
   *
   * @throws IllegalStateException if another process holds it
   */
  static LogFiles take(Path directory) {
    try {
      Files.createDirectories(directory);
      FileChannel lock =
          FileChannel.open(
              directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(lock) == null) {
        lock.close();
        throw new IllegalStateException(
            "another audit-service uses "
                + directory
                + ": stop it or set glassbox.audit.log.directory");
      }
      return new LogFiles(
          lock,
          new FileTiles(directory),
          CheckpointHistory.open(directory.resolve("checkpoints.history")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      return null;
    }
  }

  FileTiles tiles() {
    return tiles;
  }

  CheckpointHistory history() {
    return history;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
