package glassbox.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Trees in memory for tests. */
public final class Trees {
  private Trees() {}

  /** Leaf hashes of random entries. */
  public static List<Hash> leaves(int count, RandomGenerator random) {
    List<Hash> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] entry = new byte[random.nextInt(40)];
      random.nextBytes(entry);
      leaves.add(TreeHasher.leaf(entry));
    }
    return leaves;
  }

  /** All perfect nodes over the leaves. */
  public static NodeSource nodes(List<Hash> leaves) {
    List<List<Hash>> levels = new ArrayList<>();
    for (List<Hash> row = leaves; !row.isEmpty(); row = above(row)) {
      levels.add(row);
    }
    return (level, index) -> levels.get(level).get(Math.toIntExact(index));
  }

  private static List<Hash> above(List<Hash> row) {
    List<Hash> above = new ArrayList<>();
    for (int i = 0; i + 1 < row.size(); i += 2) {
      above.add(TreeHasher.node(row.get(i), row.get(i + 1)));
    }
    return above;
  }

  /** The hash with one bit the other way. */
  public static Hash flip(Hash hash, int bit) {
    byte[] bytes = hash.bytes();
    bytes[bit / 8] ^= (byte) (1 << (bit % 8));
    return Hash.of(bytes);
  }
}
