package glassbox.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * RFC 6962 section 2.1 as it is written there, over all leaf hashes: slow, short, and what the fast
 * path is tested against. D[n] of the RFC is the list, D[a:b] its sub-list.
 */
public final class ReferenceTree {
  private ReferenceTree() {}

  /** MTH(D[n]). */
  public static Hash root(List<Hash> leaves) {
    int n = leaves.size();
    if (n == 0) {
      return TreeHasher.empty();
    }
    if (n == 1) {
      return leaves.getFirst();
    }
    int k = split(n);
    return TreeHasher.node(root(leaves.subList(0, k)), root(leaves.subList(k, n)));
  }

  /** PATH(m, D[n]). Requires 0 <= m < n. */
  public static List<Hash> path(int m, List<Hash> leaves) {
    int n = leaves.size();
    if (n == 1) {
      return List.of();
    }
    int k = split(n);
    return m < k
        ? plus(path(m, leaves.subList(0, k)), root(leaves.subList(k, n)))
        : plus(path(m - k, leaves.subList(k, n)), root(leaves.subList(0, k)));
  }

  /** PROOF(m, D[n]). Requires 0 < m <= n. */
  public static List<Hash> proof(int m, List<Hash> leaves) {
    return subproof(m, leaves, true);
  }

  private static List<Hash> subproof(int m, List<Hash> leaves, boolean known) {
    int n = leaves.size();
    if (m == n) {
      return known ? List.of() : List.of(root(leaves));
    }
    int k = split(n);
    return m <= k
        ? plus(subproof(m, leaves.subList(0, k), known), root(leaves.subList(k, n)))
        : plus(subproof(m - k, leaves.subList(k, n), false), root(leaves.subList(0, k)));
  }

  private static int split(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }

  private static List<Hash> plus(List<Hash> hashes, Hash last) {
    List<Hash> all = new ArrayList<>(hashes);
    all.add(last);
    return all;
  }
}
