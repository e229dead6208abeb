package glassbox.ledger.tile;

import glassbox.ledger.merkle.Hash;
import java.util.List;
import java.util.Optional;

/** Tiles read with their form checked; where a partial tile is gone, from the full one. */
public final class Tiles {
  private final TileReader reader;

  public Tiles(TileReader reader) {
    this.reader = reader;
  }

  /**
   * The hashes of a tile.
   *
   * @throws MissingTileException if neither it nor the full tile is there
   * @throws MalformedTileException if its bytes are not that many hashes
   */
  public List<Hash> hashes(HashTileId id) {
    return reader
        .read(id)
        .map(bytes -> HashTile.decode(bytes, id.width()))
        .orElseGet(() -> HashTile.decode(whole(id), TileId.WIDTH).subList(0, id.width()));
  }

  /** The entries of a bundle, each a fresh array. Throws as {@link #hashes}. */
  public List<byte[]> entries(BundleId id) {
    return reader
        .read(id)
        .map(bytes -> EntryBundle.decode(bytes, id.width()))
        .orElseGet(() -> EntryBundle.decode(whole(id), TileId.WIDTH).subList(0, id.width()));
  }

  /** One entry of a tree of that size. Requires 0 <= index < size. Throws as {@link #hashes}. */
  public byte[] entry(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("index must be in the tree");
    }
    return entries(BundleId.at(index / TileId.WIDTH, size)).get((int) (index % TileId.WIDTH));
  }

  private byte[] whole(TileId id) {
    return (id.full() ? Optional.<byte[]>empty() : reader.read(id.whole()))
        .orElseThrow(() -> new MissingTileException(id));
  }
}
