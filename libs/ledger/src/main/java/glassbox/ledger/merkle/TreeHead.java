package glassbox.ledger.merkle;

/**
 * What a tree was at one size.
 *
 * @param size number of leaves, not negative
 * @param rootHash the RFC 6962 root over them
 */
public record TreeHead(long size, Hash rootHash) {
  /** The head of the tree without leaves. */
  public static final TreeHead EMPTY = new TreeHead(0, TreeHasher.empty());

  public TreeHead {
    if (size < 0) {
      throw new IllegalArgumentException("a tree has no negative size");
    }
    if (size == 0 && !rootHash.equals(TreeHasher.empty())) {
      throw new IllegalArgumentException("the empty tree has one root: SHA-256 of nothing");
    }
  }
}
