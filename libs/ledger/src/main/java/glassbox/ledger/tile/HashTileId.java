package glassbox.ledger.tile;

/**
 * Hashes of one level of tiles: hash i is that over 256^level leaves from (256 index + i)
 * 256^level.
 *
 * @param level 0 to 63; a tree of 2^63 leaves has 8 levels
 */
public record HashTileId(int level, long index, int width) implements TileId {
  /** Levels that a tree can have. */
  static final int LEVELS = 8;

  static final int MAX_LEVEL = 63;

  public HashTileId {
    if (level < 0 || level > MAX_LEVEL) {
      throw new IllegalArgumentException("a level is 0 to 63");
    }
    TilePath.requireBounds(index, width);
  }

  /** The tile as it is in a tree of that size. Requires that the size reaches into it. */
  static HashTileId at(int level, long index, long size) {
    long hashes = (level < LEVELS ? size >>> (8 * level) : 0) - index * WIDTH;
    return new HashTileId(level, index, (int) Math.min(WIDTH, Math.max(hashes, 0)));
  }

  @Override
  public String path() {
    return TilePath.format(Integer.toString(level), index, width);
  }

  @Override
  public HashTileId whole() {
    return new HashTileId(level, index, WIDTH);
  }
}
