package glassbox.ledger.tile;

import glassbox.ledger.merkle.CompactRange;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.TreeHead;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The right edge of a tree: the partial tile of each level (empty where the level is even). */
final class TileEdge {
  private final List<List<Hash>> rows;
  private long size;

  private TileEdge(long size, List<List<Hash>> rows) {
    this.size = size;
    this.rows = rows;
  }

  static TileEdge empty() {
    return new TileEdge(0, new ArrayList<>());
  }

  /** The edge of a stored tree. */
  static TileEdge read(Tiles tiles, long size) {
    List<List<Hash>> rows = new ArrayList<>();
    for (int level = 0; level < HashTileId.LEVELS && count(size, level) > 0; level++) {
      long hashes = count(size, level);
      int width = (int) (hashes % TileId.WIDTH);
      rows.add(
          width == 0
              ? new ArrayList<>()
              : new ArrayList<>(tiles.hashes(new HashTileId(level, hashes / TileId.WIDTH, width))));
    }
    return new TileEdge(size, rows);
  }

  TileEdge copy() {
    List<List<Hash>> copies = new ArrayList<>();
    rows.forEach(row -> copies.add(new ArrayList<>(row)));
    return new TileEdge(size, copies);
  }

  /** Adds a leaf; gives every tile that it fills, lowest level first. */
  void append(Hash leaf, BiConsumer<HashTileId, List<Hash>> filled) {
    Hash hash = leaf;
    size++;
    for (int level = 0; ; level++) {
      if (level == rows.size()) {
        rows.add(new ArrayList<>());
      }
      List<Hash> row = rows.get(level);
      row.add(hash);
      if (row.size() < TileId.WIDTH) {
        return;
      }
      long index = count(size, level) / TileId.WIDTH - 1;
      filled.accept(new HashTileId(level, index, TileId.WIDTH), List.copyOf(row));
      hash = HashTile.root(row);
      row.clear();
    }
  }

  /** Gives the partial tiles of this size. */
  void partials(BiConsumer<HashTileId, List<Hash>> partial) {
    for (int level = 0; level < rows.size(); level++) {
      List<Hash> row = rows.get(level);
      if (!row.isEmpty()) {
        long index = count(size, level) / TileId.WIDTH;
        partial.accept(new HashTileId(level, index, row.size()), List.copyOf(row));
      }
    }
  }

  /** The root follows from the edge: each row holds the peaks of its byte of the size. */
  TreeHead head() {
    List<Hash> peaks = new ArrayList<>();
    for (List<Hash> row : rows.reversed()) {
      int at = 0;
      for (int peak = TileId.WIDTH / 2; peak > 0; peak /= 2) {
        if ((row.size() & peak) != 0) {
          peaks.add(HashTile.root(row.subList(at, at + peak)));
          at += peak;
        }
      }
    }
    return CompactRange.of(size, peaks).head();
  }

  private static long count(long size, int level) {
    return size >>> (8 * level);
  }
}
