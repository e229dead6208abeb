package glassbox.ledger.tile;

/** The name of a tile or of an entry bundle. */
public sealed interface TileId permits HashTileId, BundleId {
  /** Hashes or entries in a full tile: 2^8. */
  int WIDTH = 256;

  /** Position among the tiles of the level, from 0. */
  long index();

  /** Hashes or entries in it, 1 to 256. */
  int width();

  /** Under the log's prefix, for example "tile/0/x001/234.p/7". */
  String path();

  /** The full tile at the same place. */
  TileId whole();

  /** Whether it has all 256. */
  default boolean full() {
    return width() == WIDTH;
  }

  /**
   * Reads a path.
   *
   * @throws MalformedTileException if it is not exactly what {@link #path()} gives for some tile
   */
  static TileId parse(String path) {
    return TilePath.parse(path);
  }
}
