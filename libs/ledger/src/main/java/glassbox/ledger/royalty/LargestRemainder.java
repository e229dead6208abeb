package glassbox.ledger.royalty;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Hamilton's method: whole units in proportion to weights, losing and making none. */
final class LargestRemainder {
  private LargestRemainder() {}

  /**
   * Splits {@code total} units. Everybody gets the whole part of the quota {@code total * weight /
   * sum}; the units left over go one each to the largest remainders, of equals to the earlier.
   *
   * <p>Requires total >= 0, no negative weight and a positive sum of weights.
   *
   * @return one amount a weight; they sum to {@code total}
   */
  static long[] split(long total, List<BigInteger> weights) {
    BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger units = BigInteger.valueOf(total);
    long[] amounts = new long[weights.size()];
    BigInteger[] remainders = new BigInteger[amounts.length];
    List<Integer> order = new ArrayList<>(amounts.length);
    long left = total;
    for (int i = 0; i < amounts.length; i++) {
      BigInteger[] quota = units.multiply(weights.get(i)).divideAndRemainder(sum);
      amounts[i] = quota[0].longValueExact();
      remainders[i] = quota[1];
      left -= amounts[i];
      order.add(i);
    }
    order.sort(Comparator.comparing((Integer i) -> remainders[i]).reversed());
    for (int i = 0; i < left; i++) {
      amounts[order.get(i)]++;
    }
    return amounts;
  }
}
