package glassbox.ledger.merkle;

/** Where a tree's perfect nodes are read: the port under {@link ProofBuilder}. */
@FunctionalInterface
public interface NodeSource {
  /**
   * The hash over the leaves [index * 2^level, (index + 1) * 2^level); level 0 is the leaf hash.
   *
   * @throws RuntimeException of the source's own kind, if it cannot give that node
   */
  Hash node(int level, long index);
}
