package glassbox.inference.record;

import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.MalformedBlockException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Blocks on disk in the order they came, each fsynced (file and directory) before {@link #add}
 * returns. A file is {@code <sequence>-<hash>.block}; one that was never finished has another
 * ending and is removed at the next start. One process per directory, held by a lock.
 */
final class Spool implements Closeable {
  private static final String ENDING = ".block";
  private static final String UNFINISHED = ".part";

  private final Path directory;
  private final long limit;
  private final FileChannel lockFile;
  private final FileLock lock;
  private long bytes;
  private long next;

  private Spool(Path directory, long limit, FileChannel lockFile, FileLock lock)
      throws IOException {
    this.directory = directory;
    this.limit = limit;
    this.lockFile = lockFile;
    this.lock = lock;
    removeUnfinished();
    for (Path file : files()) {
      bytes += Files.size(file);
      next = Math.max(next, sequence(file) + 1);
    }
  }

  /**
   * Opens the directory, making it if need be.
   *
   * @throws IllegalStateException when another process holds it
   */
  static Spool open(Path directory, long limit) {
    try {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      FileChannel lockFile =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = lockFile.tryLock();
      if (lock == null) {
        lockFile.close();
        throw new IllegalStateException("another process uses the spool " + directory);
      }
      return new Spool(directory, limit, lockFile, lock);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the spool " + directory, e);
    }
  }

  /**
   * Keeps a block; when this returns it survives a crash. A block that waits already stays once.
   *
   * @throws SpoolFullException when it would pass the limit or cannot be written
   */
  synchronized void add(SealedBlock block) {
    if (bytes + block.bytes().length > limit) {
      throw new SpoolFullException("the spool holds %d of %d octets".formatted(bytes, limit));
    }
    try {
      if (files().stream().anyMatch(file -> hash(file).equals(block.hash()))) {
        return;
      }
      Path file = directory.resolve("%019d-%s%s".formatted(next, block.hash(), ENDING));
      Path part = directory.resolve(file.getFileName() + UNFINISHED);
      write(part, block.bytes());
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      sync();
      next++;
      bytes += block.bytes().length;
    } catch (IOException e) {
      throw new SpoolFullException("the spool cannot be written", e);
    }
  }

  /** The block that waits longest. */
  synchronized Optional<Path> oldest() {
    try {
      return files().stream().findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The block in a file; empty when its bytes are not the ones its name tells. */
  Optional<SealedBlock> read(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      String hash = hash(file);
      return BlockHash.of(content).equals(hash)
          ? Optional.of(new SealedBlock(hash, content))
          : Optional.empty();
    } catch (MalformedBlockException damaged) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets a block that audit has. */
  synchronized void remove(Path file) {
    try {
      bytes -= Files.size(file);
      Files.delete(file);
      sync();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a block that audit will never take aside, where a person can look at it. */
  synchronized void setAside(Path file) {
    try {
      Path aside = Files.createDirectories(directory.resolve("refused"));
      bytes -= Files.size(file);
      Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      sync();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many blocks wait. */
  synchronized int size() {
    try {
      return files().size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    lockFile.close();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
  }

  private void removeUnfinished() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      for (Path part : entries.filter(file -> file.toString().endsWith(UNFINISHED)).toList()) {
        Files.delete(part);
      }
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private void sync() throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static long sequence(Path file) {
    return Long.parseLong(file.getFileName().toString().substring(0, 19));
  }

  private static String hash(Path file) {
    String name = file.getFileName().toString();
    return name.substring(20, name.length() - ENDING.length());
  }
}
