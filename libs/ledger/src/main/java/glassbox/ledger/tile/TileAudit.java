package glassbox.ledger.tile;

import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.InconsistentTreeException;
import glassbox.ledger.merkle.TreeHasher;
import glassbox.ledger.merkle.TreeHead;
import java.util.List;

/** Reads a whole log and hashes it again from its entries. Time and reads grow with the log. */
public final class TileAudit {
  private final Tiles tiles;

  public TileAudit(TileReader reader) {
    this.tiles = new Tiles(reader);
  }

  /**
   * Checks every bundle and tile of the tree with this head.
   *
   * @throws InconsistentTreeException naming the first tile whose hashes do not follow from the
   *     entries, or saying that the root does not
   * @throws MissingTileException if a tile is not there
   * @throws MalformedTileException if a tile is broken
   */
  public void check(TreeHead head) {
    TileEdge edge = TileEdge.empty();
    for (long first = 0; first < head.size(); first += TileId.WIDTH) {
      for (byte[] entry : tiles.entries(BundleId.at(first / TileId.WIDTH, head.size()))) {
        edge.append(TreeHasher.leaf(entry), this::same);
      }
    }
    edge.partials(this::same);
    if (!edge.head().equals(head)) {
      throw new InconsistentTreeException("the entries do not have the root of the checkpoint");
    }
  }

  private void same(HashTileId id, List<Hash> hashes) {
    if (!tiles.hashes(id).equals(hashes)) {
      throw new InconsistentTreeException(id.path() + " does not follow from the entries");
    }
  }
}
