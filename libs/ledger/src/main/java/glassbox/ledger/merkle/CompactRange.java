package glassbox.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that only grows, kept as the roots of its perfect subtrees ("peaks", largest first): one
 * for each bit set in the size. Append costs one hash on average. Not thread-safe.
 */
public final class CompactRange {
  private final List<Hash> peaks;
  private long size;

  private CompactRange(long size, List<Hash> peaks) {
    this.size = size;
    this.peaks = new ArrayList<>(peaks);
  }

  /** The tree without leaves. */
  public static CompactRange empty() {
    return new CompactRange(0, List.of());
  }

  /**
   * Continues a tree.
   *
   * @param size leaves so far, not negative
   * @param peaks as {@link #peaks()} gave them: as many as the size has bits
   */
  public static CompactRange of(long size, List<Hash> peaks) {
    if (size < 0 || peaks.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException("a tree of " + size + " has another number of peaks");
    }
    return new CompactRange(size, peaks);
  }

  /** Adds one leaf hash at the right. */
  public void append(Hash leafHash) {
    Hash node = leafHash;
    for (long left = size; (left & 1) == 1; left >>>= 1) {
      node = TreeHasher.node(peaks.removeLast(), node);
    }
    peaks.add(node);
    size = Math.incrementExact(size);
  }

  /** Number of leaves. */
  public long size() {
    return size;
  }

  /** Roots of the perfect subtrees, largest first. */
  public List<Hash> peaks() {
    return List.copyOf(peaks);
  }

  /** Size and root now. */
  public TreeHead head() {
    if (peaks.isEmpty()) {
      return TreeHead.EMPTY;
    }
    Hash root = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = TreeHasher.node(peaks.get(i), root);
    }
    return new TreeHead(size, root);
  }
}
