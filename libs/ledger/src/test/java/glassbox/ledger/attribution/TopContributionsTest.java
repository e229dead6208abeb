package glassbox.ledger.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.Blocks;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.RealisticBlocks;
import glassbox.ledger.block.Rest;
import glassbox.ledger.block.Supplement;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TopContributionsTest {

  /**
   * The laws of the form: the sums hold, and what it says of a specialist is what the whole says.
   */
  @Property(tries = 400)
  void keepsTheIdentityAndTheShares(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 3) int rule,
      @ForAll @IntRange(min = 2, max = 12) int specialists,
      @ForAll @IntRange(min = 1, max = 11) int most) {
    TokenBlock whole = Blocks.random(seed, rule, specialists, 9);
    TokenBlock partial = BlockCodec.decode(BlockCodec.encode(TopContributions.of(whole, most)));
    Reconciliation before = Reconciliation.of(whole);
    Reconciliation after = Reconciliation.of(partial);
    assertThat(after.max()).isLessThan(1e-9);
    for (int t = 0; t < 9; t++) {
      assertThat(after.residual(t)).isCloseTo(before.residual(t), within(1e-10));
      double sum = after.restShare(t);
      int[] listed = partial.tokens().get(t).listed();
      assertThat(listed).hasSize(Math.min(most, specialists));
      for (int k : listed) {
        sum += after.share(t, k);
        assertThat(after.share(t, k)).isCloseTo(before.share(t, k), within(1e-12));
        assertThat(after.weights(t)[k]).isCloseTo(before.weights(t)[k], within(1e-12));
      }
      assertThat(sum).isCloseTo(1, within(1e-12));
      if (rule != 2) {
        assertThat(after.leader(t)).isEqualTo(before.leader(t));
      }
    }
    for (int k = 0; k < specialists; k++) {
      assertThat(after.meanShare(k)).isCloseTo(before.meanShare(k), within(1e-12));
    }
  }

  @Property(tries = 50)
  void listsAllWhereThereAreNoMore(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int rule) {
    TokenBlock whole = Blocks.random(seed, rule, 4, 5);
    assertThat(TopContributions.of(whole, 4)).isEqualTo(whole);
    assertThat(TopContributions.of(whole, 9)).isEqualTo(whole);
  }

  @Test
  void listsTheLargestContributions() {
    TokenBlock whole = Blocks.random(8, 0, 9, 20);
    TokenBlock partial = TopContributions.of(whole, 3);
    Reconciliation all = Reconciliation.of(whole);
    for (int t = 0; t < 20; t++) {
      TokenEntry token = partial.tokens().get(t);
      double smallest =
          Arrays.stream(token.listed()).mapToDouble(k -> share(all, token, k)).min().orElseThrow();
      for (int k = 0; k < 9; k++) {
        assertThat(token.lists(k) || all.share(t, k) <= smallest).isTrue();
      }
    }
  }

  private static double share(Reconciliation all, TokenEntry token, int specialist) {
    for (int t = 0; t < all.block().tokens().size(); t++) {
      if (all.block().tokens().get(t).joint() == token.joint()) {
        return all.share(t, specialist);
      }
    }
    throw new AssertionError("no such token");
  }

  @Test
  void listsTheMainSpecialistWhereItDecidedAlone() {
    TokenBlock whole = Blocks.random(5, 3, 8, 30);
    int main = ((Combination.Gated) whole.combination()).main();
    TokenBlock partial = TopContributions.of(whole, 1);
    assertThat(partial.tokens()).anyMatch(t -> !t.ensembled()).anyMatch(TokenEntry::ensembled);
    for (TokenEntry token : partial.tokens()) {
      if (!token.ensembled()) {
        assertThat(token.listed()).containsExactly(main);
        assertThat(token.rest().orElseThrow().mass()).isEqualTo(Double.NEGATIVE_INFINITY);
      }
    }
  }

  @Test
  void keepsTheCertificateAndTheTracesOfTheListed() {
    TokenBlock whole = Blocks.traced(2, Blocks.certified(2, Blocks.random(2, 1, 5, 4)));
    TokenBlock partial = TopContributions.of(whole, 2);
    assertThat(partial.supplement().deltas()).isEqualTo(whole.supplement().deltas());
    for (int t = 0; t < 4; t++) {
      int[] listed = partial.tokens().get(t).listed();
      assertThat(partial.supplement().traces().get(t))
          .containsExactly(
              whole.supplement().traces().get(t).get(listed[0]),
              whole.supplement().traces().get(t).get(listed[1]));
    }
  }

  /** A moved joint, log-probability, rest or total does not add up any more. */
  @Property(tries = 200)
  void findsEveryMovedNumber(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 2) int rule,
      @ForAll @IntRange(min = 0, max = 8) int token) {
    TokenBlock honest = TopContributions.of(Blocks.random(seed, rule, 8, 9), 3);
    assertThat(Reconciliation.of(honest).level()).isEqualTo(Level.STRICT);
    TokenEntry entry = honest.tokens().get(token);
    Rest rest = entry.rest().orElseThrow();
    Random random = new Random(seed);
    double by = 0.01 + random.nextDouble();
    assertFound(with(honest, token, e -> moved(e, e.logProbs(), e.joint() - by, rest)));
    if (rule == 1) {
      Rest other = new Rest(rest.mass(), rest.weightedSum() - by);
      assertFound(with(honest, token, e -> moved(e, e.logProbs(), e.joint(), other)));
    } else if (Reconciliation.of(honest).restShare(token) > 0.01) {
      Rest gone = new Rest(Double.NEGATIVE_INFINITY, 0);
      assertFound(with(honest, token, e -> moved(e, e.logProbs(), e.joint(), gone)));
    }
    List<Double> totals = new ArrayList<>(honest.supplement().shareTotals());
    totals.set(token % 8, totals.get(token % 8) + 0.02 + by);
    assertFound(honest.withSupplement(honest.supplement().withShareTotals(totals)));
  }

  /** A rest cannot make up for any number: it is bounded by its weight and by the listed. */
  @Test
  void boundsWhatARestCanStandFor() {
    TokenBlock honest = TopContributions.of(Blocks.random(3, 0, 8, 5), 7);
    TokenEntry entry = honest.tokens().get(2);
    double joint = -0.001;
    double others = Math.log(Math.exp(joint) - listedMass(honest, entry));
    TokenBlock forged = with(honest, 2, e -> moved(e, e.logProbs(), joint, new Rest(others, 0)));
    assertThat(Math.abs(Reconciliation.of(forged).residual(2))).isLessThan(1e-12);
    assertThat(Reconciliation.of(forged).restResidual()).isGreaterThan(0.1);
    assertFound(forged);
  }

  private static double listedMass(TokenBlock block, TokenEntry entry) {
    List<Double> logWeights = ((Combination.Mixture) block.combination()).logWeights();
    return Arrays.stream(entry.listed())
        .mapToDouble(k -> Math.exp(logWeights.get(k) + entry.logProb(k)))
        .sum();
  }

  @Test
  void findsTotalsBelowWhatIsListed() {
    TokenBlock honest = TopContributions.of(Blocks.random(6, 0, 8, 5), 4);
    List<Double> totals = new ArrayList<>(honest.supplement().shareTotals());
    int leader = Reconciliation.of(honest).leader(0);
    int other = (leader + 1) % 8;
    totals.set(other, totals.get(other) + totals.get(leader));
    totals.set(leader, 0.0);
    assertFound(honest.withSupplement(honest.supplement().withShareTotals(totals)));
  }

  private static void assertFound(TokenBlock forged) {
    assertThat(Reconciliation.of(forged).level().accepted()).isFalse();
  }

  private static TokenBlock with(TokenBlock block, int at, UnaryOperator<TokenEntry> change) {
    List<TokenEntry> tokens = new ArrayList<>(block.tokens());
    tokens.set(at, change.apply(tokens.get(at)));
    return new TokenBlock(
        block.runId(),
        block.pass(),
        block.specialists(),
        block.combination(),
        block.sampler(),
        block.execution(),
        block.content(),
        tokens,
        block.supplement());
  }

  private static TokenEntry moved(TokenEntry entry, float[] logProbs, double joint, Rest rest) {
    float[] all = new float[entry.specialists()];
    int[] listed = entry.listed();
    for (int j = 0; j < listed.length; j++) {
      all[listed[j]] = logProbs[j];
    }
    return new TokenEntry(
            all,
            joint,
            entry.sampled(),
            entry.entropy(),
            entry.forced(),
            entry.ensembled(),
            entry.logNormalizer())
        .listing(listed, rest);
  }

  @Test
  void refusesWhatItCannotShorten() {
    TokenBlock whole = Blocks.random(1, 0, 3, 2);
    assertThatThrownBy(() -> TopContributions.of(whole, 0)).hasMessageContaining("one specialist");
    assertThatThrownBy(() -> TopContributions.of(TopContributions.of(whole, 1), 1))
        .hasMessageContaining("whole");
    TokenBlock updated = TopContributions.of(Blocks.random(1, 2, 4, 2), 2);
    TokenEntry other = Blocks.random(2, 2, 4, 1).tokens().getFirst();
    int[] first = updated.tokens().getFirst().listed();
    int[] another = first[0] == 0 && first[1] == 1 ? new int[] {2, 3} : new int[] {0, 1};
    assertThatThrownBy(() -> with(updated, 1, e -> other.listing(another, new Rest(-1, 0))))
        .hasMessageContaining("prefix-updated");
    assertThatThrownBy(() -> whole.tokens().getFirst().listing(new int[] {1, 1}, new Rest(0, 0)))
        .hasMessageContaining("ascend");
    assertThatThrownBy(
            () ->
                with(
                    TopContributions.of(whole, 1),
                    0,
                    e -> moved(e, e.logProbs(), e.joint(), new Rest(-1, -3))))
        .hasMessageContaining("weighted sum");
    assertThat(Supplement.NONE.shareTotals()).isEmpty();
  }

  /** The bar: at most 2 KB a token at 1,000 specialists, all counted, with the identity intact. */
  @Test
  void takesAtMostTwoKilobytesATokenAtAThousandSpecialists() {
    for (int tokens : new int[] {64, 200}) {
      TokenBlock whole = RealisticBlocks.of(1000, 41, tokens);
      TokenBlock partial = TopContributions.of(whole, TopContributions.DEFAULT_LISTED);
      byte[] bytes = BlockCodec.encode(partial);
      Reconciliation read = Reconciliation.of(BlockCodec.decode(bytes));
      double rest = 0;
      for (int t = 0; t < tokens; t++) {
        rest += read.restShare(t) / tokens;
      }
      System.out.printf(
          "record size: 1000 specialists, %d tokens, %d listed: %.0f bytes a token (all listed"
              + " %.0f); the rest's mean share %.3f%n",
          tokens,
          TopContributions.DEFAULT_LISTED,
          bytes.length / (double) tokens,
          BlockCodec.encode(whole).length / (double) tokens,
          rest);
      assertThat(bytes.length / (double) tokens).isLessThanOrEqualTo(2048);
      assertThat(read.max()).isLessThan(1e-9);
    }
  }
}
