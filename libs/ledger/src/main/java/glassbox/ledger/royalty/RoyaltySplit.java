package glassbox.ledger.royalty;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The split of a fee: 30% trainer, 70% host, by share. */
public final class RoyaltySplit {
  /** The trainer's part, percent. */
  public static final int TRAINER_PERCENT = 30;

  /** The host's part, percent. */
  public static final int HOST_PERCENT = 70;

  private static final BigInteger TRAINER = BigInteger.valueOf(TRAINER_PERCENT);
  private static final BigInteger HOST = BigInteger.valueOf(HOST_PERCENT);

  private RoyaltySplit() {}

  /**
   * Splits a fee of whole minor units over the claims. The order of claims changes nothing: parts
   * come in order of specialist, and of equal remainders the earlier part gets the unit.
   *
   * @param fee minor units, at least 1
   * @return one part a claim; all amounts sum to {@code fee}
   * @throws IllegalArgumentException if the fee is below 1, a specialist claims twice, or no claim
   *     weighs anything
   */
  public static List<RoyaltyPart> of(long fee, List<RoyaltyClaim> claims) {
    if (fee < 1) {
      throw new IllegalArgumentException("a fee must be at least 1 minor unit");
    }
    List<RoyaltyClaim> ordered =
        claims.stream().sorted(Comparator.comparing(RoyaltyClaim::specialist)).toList();
    requireClaims(ordered);
    List<BigInteger> weights = new ArrayList<>();
    for (RoyaltyClaim claim : ordered) {
      weights.add(BigInteger.valueOf(claim.weight()).multiply(TRAINER));
      weights.add(BigInteger.valueOf(claim.weight()).multiply(HOST));
    }
    long[] amounts = LargestRemainder.split(fee, weights);
    List<RoyaltyPart> parts = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      RoyaltyClaim claim = ordered.get(i);
      parts.add(
          new RoyaltyPart(claim.specialist(), claim.weight(), amounts[2 * i], amounts[2 * i + 1]));
    }
    return List.copyOf(parts);
  }

  private static void requireClaims(List<RoyaltyClaim> claims) {
    Set<String> names = new HashSet<>();
    boolean weighs = false;
    for (RoyaltyClaim claim : claims) {
      if (!names.add(claim.specialist())) {
        throw new IllegalArgumentException("a specialist claims once");
      }
      weighs |= claim.weight() > 0;
    }
    if (!weighs) {
      throw new IllegalArgumentException("no claim weighs anything");
    }
  }
}
