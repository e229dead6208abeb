package glassbox.ledger.tile;

/** Where the log's one writer puts tiles. */
public interface TileStore extends TileReader {
  /**
   * Writes a tile; durable on return. The same bytes again change nothing.
   *
   * @throws TileConflictException if other bytes are there; they stay
   * @throws java.io.UncheckedIOException if the store fails
   */
  void write(TileId id, byte[] bytes);

  /** Removes the partial tiles of a place. Requires that the full tile there is written. */
  void dropPartials(TileId whole);
}
