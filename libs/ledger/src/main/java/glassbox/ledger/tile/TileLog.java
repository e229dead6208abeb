package glassbox.ledger.tile;

import glassbox.ledger.merkle.InconsistentTreeException;
import glassbox.ledger.merkle.ProofBuilder;
import glassbox.ledger.merkle.TreeHasher;
import glassbox.ledger.merkle.TreeHead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The log's writer. Entries go in by batches; after a crash, open at the last signed head and
 * append the same entries in the same order: tiles already written are met again, byte for byte.
 * Not thread-safe.
 */
public final class TileLog {
  private final TileStore store;
  private TileEdge edge;
  private List<byte[]> bundle;

  private TileLog(TileStore store, TileEdge edge, List<byte[]> bundle) {
    this.store = store;
    this.edge = edge;
    this.bundle = bundle;
  }

  /**
   * Opens the log at a signed head (the empty one for a new log). Reads the right edge only; {@link
   * TileAudit} reads everything.
   *
   * @throws InconsistentTreeException if the tiles give another root
   * @throws MissingTileException if a tile is not there
   * @throws MalformedTileException if a tile is broken
   */
  public static TileLog open(TileStore store, TreeHead head) {
    Tiles tiles = new Tiles(store);
    TileEdge edge = TileEdge.read(tiles, head.size());
    if (!edge.head().equals(head)) {
      throw new InconsistentTreeException(
          "the tiles do not have the signed root at size " + head.size());
    }
    int width = (int) (head.size() % TileId.WIDTH);
    List<byte[]> bundle =
        width == 0
            ? new ArrayList<>()
            : new ArrayList<>(tiles.entries(new BundleId(head.size() / TileId.WIDTH, width)));
    return new TileLog(store, edge, bundle);
  }

  /** Size and root of what is stored. */
  public TreeHead head() {
    return edge.head();
  }

  /** Heads and proofs for sizes up to this one. Make one for each request. */
  public ProofBuilder proofs() {
    return TileNodes.proofs(store, head().size());
  }

  /**
   * Appends entries; their tiles are durable on return. If it throws, the log stands where it
   * stood, and the same call may be made again.
   *
   * @param entries each of at most 65,535 bytes, else IllegalArgumentException and nothing written
   * @return the new head, to be signed after a proof that it extends the signed one
   * @throws TileConflictException if another history is in the store
   * @throws java.io.UncheckedIOException if the store fails
   */
  public TreeHead append(List<byte[]> entries) {
    entries.forEach(EntryBundle::checked);
    TileEdge next = edge.copy();
    List<byte[]> open = new ArrayList<>(bundle);
    Map<TileId, byte[]> files = new LinkedHashMap<>();
    long size = next.head().size();
    for (byte[] entry : entries) {
      open.add(entry.clone());
      size++;
      if (open.size() == TileId.WIDTH) {
        files.put(new BundleId(size / TileId.WIDTH - 1, TileId.WIDTH), EntryBundle.encode(open));
        open.clear();
      }
      next.append(TreeHasher.leaf(entry), (id, row) -> files.put(id, HashTile.encode(row)));
    }
    if (!open.isEmpty()) {
      files.put(new BundleId(size / TileId.WIDTH, open.size()), EntryBundle.encode(open));
    }
    next.partials((id, row) -> files.put(id, HashTile.encode(row)));
    files.forEach(store::write);
    files.keySet().stream().filter(TileId::full).forEach(store::dropPartials);
    edge = next;
    bundle = open;
    return next.head();
  }
}
