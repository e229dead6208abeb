package glassbox.ledger.royalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;

class RoyaltySplitTest {

  @Example
  void splitsByHand() {
    // 100 minor units over 0.75 and 0.25: quotas 22.5, 52.5, 7.5, 17.5; two units left over.
    assertThat(
            RoyaltySplit.of(
                100, List.of(RoyaltyClaim.ofShare("b", 0.25), RoyaltyClaim.ofShare("a", 0.75))))
        .containsExactly(
            new RoyaltyPart("a", 750_000_000_000L, 23, 53),
            new RoyaltyPart("b", 250_000_000_000L, 7, 17));
  }

  @Example
  void givesTheOneUnitToTheLargestPart() {
    assertThat(RoyaltySplit.of(1, List.of(new RoyaltyClaim("a", 1), new RoyaltyClaim("b", 2))))
        .containsExactly(new RoyaltyPart("a", 1, 0, 0), new RoyaltyPart("b", 2, 0, 1));
  }

  @Example
  void givesTheWholeToTheOnlyOneThatWeighs() {
    assertThat(RoyaltySplit.of(1000, List.of(new RoyaltyClaim("a", 0), new RoyaltyClaim("b", 9))))
        .containsExactly(new RoyaltyPart("a", 0, 0, 0), new RoyaltyPart("b", 9, 300, 700));
  }

  @Property(tries = 5000)
  void partsSumToTheFee(
      @ForAll @LongRange(min = 1) long fee, @ForAll("claims") List<RoyaltyClaim> c) {
    assertThat(sum(RoyaltySplit.of(fee, c))).isEqualTo(BigInteger.valueOf(fee));
  }

  @Property(tries = 2000)
  void noPartIsAWholeUnitOffItsQuota(
      @ForAll @LongRange(min = 1) long fee, @ForAll("claims") List<RoyaltyClaim> claims) {
    BigInteger all =
        claims.stream()
            .map(c -> BigInteger.valueOf(c.weight()))
            .reduce(BigInteger.ZERO, BigInteger::add)
            .multiply(BigInteger.valueOf(100));
    for (RoyaltyPart part : RoyaltySplit.of(fee, claims)) {
      assertWithinAUnit(part.trainer(), fee, part.weight(), 30, all);
      assertWithinAUnit(part.host(), fee, part.weight(), 70, all);
    }
  }

  private static void assertWithinAUnit(
      long amount, long fee, long weight, int percent, BigInteger all) {
    BigInteger exact =
        BigInteger.valueOf(fee)
            .multiply(BigInteger.valueOf(weight))
            .multiply(BigInteger.valueOf(percent));
    assertThat(BigInteger.valueOf(amount).multiply(all).subtract(exact).abs()).isLessThan(all);
  }

  @Property(tries = 1000)
  void orderOfClaimsChangesNothing(
      @ForAll @LongRange(min = 1) long fee,
      @ForAll("claims") List<RoyaltyClaim> claims,
      @ForAll long seed) {
    List<RoyaltyClaim> shuffled = new ArrayList<>(claims);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(RoyaltySplit.of(fee, shuffled)).isEqualTo(RoyaltySplit.of(fee, claims));
  }

  @Property(tries = 1000)
  void splittingTheSharesAgainGivesTheSameParts(
      @ForAll @LongRange(min = 1) long fee, @ForAll("claims") List<RoyaltyClaim> claims) {
    List<RoyaltyPart> parts = RoyaltySplit.of(fee, claims);
    assertThat(
            RoyaltySplit.of(
                fee,
                parts.stream().map(p -> new RoyaltyClaim(p.specialist(), p.weight())).toList()))
        .isEqualTo(parts);
  }

  @Property(tries = 500)
  void refusesFeesBelowOne(@ForAll @LongRange(min = Long.MIN_VALUE, max = 0) long fee) {
    assertThatThrownBy(() -> RoyaltySplit.of(fee, List.of(new RoyaltyClaim("a", 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void splitsTheLargestFeeOverTheLargestWeights() {
    List<RoyaltyClaim> claims =
        List.of(
            new RoyaltyClaim("a", Long.MAX_VALUE),
            new RoyaltyClaim("b", Long.MAX_VALUE),
            new RoyaltyClaim("c", Long.MAX_VALUE));
    assertThat(sum(RoyaltySplit.of(Long.MAX_VALUE, claims)))
        .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE));
  }

  @Example
  void refusesClaimsThatCannotBeSplit() {
    for (List<RoyaltyClaim> claims :
        List.of(
            List.<RoyaltyClaim>of(),
            List.of(new RoyaltyClaim("a", 0)),
            List.of(new RoyaltyClaim("a", 1), new RoyaltyClaim("a", 2)))) {
      assertThatThrownBy(() -> RoyaltySplit.of(1, claims))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new RoyaltyClaim("a", -1))
        .isInstanceOf(IllegalArgumentException.class);
    for (double share : new double[] {-1e-9, 1.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> RoyaltyClaim.ofShare("a", share))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static BigInteger sum(List<RoyaltyPart> parts) {
    return parts.stream()
        .map(p -> BigInteger.valueOf(p.trainer()).add(BigInteger.valueOf(p.host())))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  @Provide
  Arbitrary<List<RoyaltyClaim>> claims() {
    Arbitrary<Long> weight =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(0L)),
            Tuple.of(6, Arbitraries.longs().between(0, RoyaltyClaim.UNIT)),
            Tuple.of(1, Arbitraries.longs().between(0, Long.MAX_VALUE)));
    Arbitrary<String> name =
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(6);
    return Combinators.combine(name, weight)
        .as(RoyaltyClaim::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(RoyaltySplitTest::distinct)
        .filter(claims -> claims.stream().anyMatch(c -> c.weight() > 0));
  }

  private static List<RoyaltyClaim> distinct(List<RoyaltyClaim> claims) {
    Set<String> seen = new HashSet<>();
    return claims.stream().filter(c -> seen.add(c.specialist())).toList();
  }
}
