package glassbox.ledger.merkle;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Judges proofs from anywhere (RFC 9162, 2.1.3.2 and 2.1.4.2). Never throws on a bad proof. */
public final class ProofVerifier {
  private ProofVerifier() {}

  /** Whether the leaf hash stands at the proof's index in the tree with this head. */
  public static boolean includes(TreeHead head, Hash leafHash, InclusionProof proof) {
    return proof.size() == head.size()
        && 0 <= proof.index()
        && proof.index() < proof.size()
        && climb(proof, leafHash.raw(), head.rootHash().raw());
  }

  private static boolean climb(InclusionProof proof, byte[] leaf, byte[] root) {
    long node = proof.index();
    long last = proof.size() - 1;
    byte[] hash = leaf;
    for (Hash sibling : proof.hashes()) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = TreeHasher.node(sibling.raw(), hash);
        int skip = Long.numberOfTrailingZeros(node);
        node >>>= skip;
        last >>>= skip;
      } else {
        hash = TreeHasher.node(hash, sibling.raw());
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && MessageDigest.isEqual(hash, root);
  }

  /**
   * Whether the newer tree is the older one with leaves appended. Says no where the older tree is
   * empty: there is nothing to be consistent with (RFC 9162 asks for 0 < oldSize).
   */
  public static boolean consistent(TreeHead older, TreeHead newer, ConsistencyProof proof) {
    return proof.oldSize() == older.size()
        && proof.newSize() == newer.size()
        && consistent(
            older.size(),
            newer.size(),
            older.rootHash().raw(),
            newer.rootHash().raw(),
            proof.hashes().stream().map(Hash::raw).toList());
  }

  static boolean consistent(
      long oldSize, long newSize, byte[] oldRoot, byte[] newRoot, List<byte[]> proof) {
    if (oldSize < 1 || oldSize > newSize) {
      return false;
    }
    if (oldSize == newSize) {
      return proof.isEmpty() && MessageDigest.isEqual(oldRoot, newRoot);
    }
    if (proof.isEmpty()) {
      return false;
    }
    List<byte[]> path = new ArrayList<>(proof);
    if (Long.bitCount(oldSize) == 1) {
      path.addFirst(oldRoot);
    }
    return climbBoth(oldSize - 1, newSize - 1, oldRoot, newRoot, path);
  }

  private static boolean climbBoth(
      long oldLast, long newLast, byte[] oldRoot, byte[] newRoot, List<byte[]> path) {
    int skip = Long.numberOfTrailingZeros(~oldLast);
    long node = oldLast >>> skip;
    long last = newLast >>> skip;
    byte[] oldHash = path.getFirst();
    byte[] newHash = path.getFirst();
    for (byte[] sibling : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        oldHash = TreeHasher.node(sibling, oldHash);
        newHash = TreeHasher.node(sibling, newHash);
        int up = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
        node >>>= up;
        last >>>= up;
      } else {
        newHash = TreeHasher.node(newHash, sibling);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0
        && MessageDigest.isEqual(oldHash, oldRoot)
        && MessageDigest.isEqual(newHash, newRoot);
  }
}
