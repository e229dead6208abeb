package glassbox.ledger.tile;

/** Entries [256 index, 256 index + width): those under the level-0 tile of the same place. */
public record BundleId(long index, int width) implements TileId {
  public BundleId {
    TilePath.requireBounds(index, width);
  }

  /** The bundle as it is in a tree of that size. Requires that the size reaches into it. */
  static BundleId at(long index, long size) {
    return new BundleId(index, HashTileId.at(0, index, size).width());
  }

  @Override
  public String path() {
    return TilePath.format(TilePath.ENTRIES, index, width);
  }

  @Override
  public BundleId whole() {
    return new BundleId(index, WIDTH);
  }
}
