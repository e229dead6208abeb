package glassbox.ledger.tile;

import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.NodeSource;
import glassbox.ledger.merkle.ProofBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a tree of one size, from its tiles. Keeps the tiles it read: make one for each
 * request. Not thread-safe. Throws as {@link Tiles#hashes}.
 */
public final class TileNodes implements NodeSource {
  private static final int HEIGHT = 8;

  private final Tiles tiles;
  private final long size;
  private final Map<HashTileId, List<Hash>> read = new HashMap<>();

  /** Requires size >= 0: that of a checkpoint, since only its partial tiles are there. */
  public TileNodes(TileReader reader, long size) {
    this.tiles = new Tiles(reader);
    this.size = size;
  }

  /** Heads and proofs for any size up to that of this tree. */
  public static ProofBuilder proofs(TileReader reader, long size) {
    return new ProofBuilder(new TileNodes(reader, size));
  }

  /** Requires that the node covers leaves of this tree only, else IllegalArgumentException. */
  @Override
  public Hash node(int level, long index) {
    if (level < 0 || level >= Long.SIZE - 1 || index < 0 || index >= size >>> level) {
      throw new IllegalArgumentException("the node reaches over the tree of " + size);
    }
    int above = level % HEIGHT;
    long tile = index >>> (HEIGHT - above);
    int first = (int) (index << above) & (TileId.WIDTH - 1);
    HashTileId id = HashTileId.at(level / HEIGHT, tile, size);
    return HashTile.root(
        read.computeIfAbsent(id, tiles::hashes).subList(first, first + (1 << above)));
  }
}
