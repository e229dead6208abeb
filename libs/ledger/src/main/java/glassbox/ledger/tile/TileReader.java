package glassbox.ledger.tile;

import java.util.Optional;

/** Where tiles are read: files, an archive, a web server. */
@FunctionalInterface
public interface TileReader {
  /**
   * The tile's bytes as stored, unchecked; empty if it is not there.
   *
   * @throws java.io.UncheckedIOException if the store fails
   */
  Optional<byte[]> read(TileId id);
}
