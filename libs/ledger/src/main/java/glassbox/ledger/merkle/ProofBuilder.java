package glassbox.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/** Heads and proofs from stored nodes: O(log^2 size) reads at most, RFC 6962 section 2.1. */
public final class ProofBuilder {
  private final NodeSource nodes;

  /** The source must hold every perfect node of the sizes asked for. */
  public ProofBuilder(NodeSource nodes) {
    this.nodes = nodes;
  }

  /** The head at a size. Requires size >= 0. */
  public TreeHead head(long size) {
    require(size >= 0, "size must not be negative");
    return size == 0 ? TreeHead.EMPTY : new TreeHead(size, range(0, size));
  }

  /** Requires 0 <= index < size, else IllegalArgumentException. */
  public InclusionProof inclusion(long index, long size) {
    require(0 <= index && index < size, "index must be in the tree");
    List<Hash> path = new ArrayList<>();
    inclusion(index, 0, size, path);
    return new InclusionProof(index, size, path);
  }

  /**
   * Requires 0 <= oldSize <= newSize, else IllegalArgumentException. From the empty tree and
   * between equal sizes the proof has no hashes.
   */
  public ConsistencyProof consistency(long oldSize, long newSize) {
    require(0 <= oldSize && oldSize <= newSize, "sizes must be in order");
    List<Hash> path = new ArrayList<>();
    if (oldSize > 0) {
      consistency(oldSize, 0, newSize, true, path);
    }
    return new ConsistencyProof(oldSize, newSize, path);
  }

  private void inclusion(long index, long begin, long end, List<Hash> path) {
    if (end - begin == 1) {
      return;
    }
    long middle = begin + split(end - begin);
    if (index < middle) {
      inclusion(index, begin, middle, path);
      path.add(range(middle, end));
    } else {
      inclusion(index, middle, end, path);
      path.add(range(begin, middle));
    }
  }

  /**
   * SUBPROOF of the RFC; {@code whole}: the old tree's root is this range's, known to the asker.
   */
  private void consistency(long oldEnd, long begin, long end, boolean whole, List<Hash> path) {
    if (oldEnd == end) {
      if (!whole) {
        path.add(range(begin, end));
      }
      return;
    }
    long middle = begin + split(end - begin);
    if (oldEnd <= middle) {
      consistency(oldEnd, begin, middle, whole, path);
      path.add(range(middle, end));
    } else {
      consistency(oldEnd, middle, end, false, path);
      path.add(range(begin, middle));
    }
  }

  /** MTH of leaves [begin, end), where begin is a multiple of the largest power of two in them. */
  private Hash range(long begin, long end) {
    long left = Long.highestOneBit(end - begin);
    int level = Long.numberOfTrailingZeros(left);
    Hash node = nodes.node(level, begin >>> level);
    return begin + left == end ? node : TreeHasher.node(node, range(begin + left, end));
  }

  /** The largest power of two below n. Requires n > 1. */
  private static long split(long n) {
    return Long.highestOneBit(n - 1);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
