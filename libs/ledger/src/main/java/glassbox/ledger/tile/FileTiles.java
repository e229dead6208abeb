package glassbox.ledger.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A log in a directory: "checkpoint" and "tile/..." as a web server can serve them. Many readers,
 * one writer: the caller keeps a second writer away. Readers never see half a file.
 */
public final class FileTiles implements TileStore {
  private static final String CHECKPOINT = "checkpoint";

  private final Path root;

  /** The directory need not exist; the first write makes it. */
  public FileTiles(Path root) {
    this.root = root.toAbsolutePath();
  }

  @Override
  public Optional<byte[]> read(TileId id) {
    return read(root.resolve(id.path()));
  }

  @Override
  public synchronized void write(TileId id, byte[] bytes) {
    Optional<byte[]> there = read(id);
    if (there.isEmpty()) {
      replace(root.resolve(id.path()), bytes);
    } else if (!Arrays.equals(there.get(), bytes)) {
      throw new TileConflictException(id);
    }
  }

  @Override
  public synchronized void dropPartials(TileId whole) {
    Path full = root.resolve(whole.whole().path());
    Path partials = full.resolveSibling(full.getFileName() + ".p");
    if (!Files.isDirectory(partials) || !Files.exists(full)) {
      return;
    }
    try (Stream<Path> files = Files.list(partials)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(partials);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last signed checkpoint as stored, unchecked; empty in a new log. */
  public Optional<byte[]> checkpoint() {
    return read(root.resolve(CHECKPOINT));
  }

  /** Publishes a signed checkpoint; durable on return. The tiles of its size must be written. */
  public synchronized void publish(byte[] signedCheckpoint) {
    replace(root.resolve(CHECKPOINT), signedCheckpoint);
  }

  private static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void replace(Path file, byte[] bytes) {
    try {
      DurableFile.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
