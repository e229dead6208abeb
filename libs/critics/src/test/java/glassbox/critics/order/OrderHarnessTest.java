package glassbox.critics.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.chi.Rate;
import glassbox.critics.contradiction.ContradictionCritic;
import glassbox.critics.contradiction.ContradictionSettings;
import glassbox.critics.trace.TraceCritic;
import glassbox.critics.trace.TraceSettings;
import glassbox.critics.units.UnitsCritic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OrderHarnessTest {
  private static final List<Draft> DRAFTS = HeldOutDrafts.of(17, 4);

  private static Critic critic(String name, Function<Draft, Boolean> passes) {
    CriticIdentity identity = CriticIdentity.of(name, "1", "", Map.of());
    return new Critic() {
      @Override
      public CriticIdentity identity() {
        return identity;
      }

      @Override
      public Verdict judge(Draft draft) {
        return passes.apply(draft)
            ? new Verdict.Passed(1)
            : new Verdict.Flagged(1, List.of(Finding.nowhere("no")));
      }
    };
  }

  /** One leaves a mark in what they share, the other sees it. */
  private static List<Critic> planted() {
    AtomicBoolean mark = new AtomicBoolean();
    return List.of(
        critic(
            "marks",
            draft -> {
              mark.set(true);
              return true;
            }),
        critic("sees", draft -> !mark.get()));
  }

  @Test
  void plantedPairThatDoesNotCommuteIsCaught() {
    PairSensitivity pair =
        new OrderHarness(OrderHarnessTest::planted, 2).measure(DRAFTS).getFirst();
    assertThat(pair.delta()).hasValue(1);
    assertThat(pair.noise().value()).isZero();
    assertThat(pair.noisier()).contains("sees");
    assertThat(pair.over(.05)).isTrue();
  }

  @Test
  void pureCriticsCommute() {
    OrderHarness harness =
        new OrderHarness(
            () ->
                List.of(
                    new UnitsCritic(),
                    new ContradictionCritic(ContradictionSettings.DEFAULT),
                    new TraceCritic(TraceSettings.DEFAULT)),
            2);
    assertThat(harness.measure(DRAFTS))
        .hasSize(3)
        .allSatisfy(
            pair -> {
              assertThat(pair.delta()).hasValue(0);
              assertThat(pair.noisier()).isEmpty();
            });
  }

  /**
   * A coin has noise and no order: 576 throws a side, so |delta| stays below .1 (beyond 4 sigma).
   */
  @Test
  void noiseIsNotTakenForOrder() {
    Random coin = new Random(23);
    OrderHarness harness =
        new OrderHarness(
            () -> List.of(critic("coin", d -> coin.nextBoolean()), critic("sure", d -> true)), 16);
    PairSensitivity pair = harness.measure(DRAFTS).getFirst();
    assertThat(pair.differing().value()).isBetween(.4, .6);
    assertThat(pair.delta().orElse(1)).isLessThan(.1);
    assertThat(pair.noisier()).contains("coin");
  }

  @Test
  void theEstimateDecides() {
    assertThat(pair(OptionalDouble.of(.0501)).over(.05)).isTrue();
    assertThat(pair(OptionalDouble.of(.05)).over(.05)).isFalse();
    assertThat(pair(OptionalDouble.empty()).over(.05)).isFalse();
  }

  private static PairSensitivity pair(OptionalDouble delta) {
    return new PairSensitivity("a", "b", Rate.of(2, 18), Rate.of(0, 36), delta, Optional.of("b"));
  }

  @Test
  void criticsThatNeverJudgeHaveNoDelta() {
    OrderHarness harness = new OrderHarness(() -> List.of(down("a"), down("b")), 2);
    assertThat(harness.measure(DRAFTS).getFirst().delta()).isEmpty();
  }

  private static Critic down(String name) {
    return critic(
        name,
        draft -> {
          throw new IllegalStateException("down");
        });
  }

  @Test
  void oneRoundCannotTellNoise() {
    assertThatThrownBy(() -> new OrderHarness(List::of, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void heldOutDraftsAreRepeatable() {
    assertThat(HeldOutDrafts.of(17, 4)).isEqualTo(DRAFTS).hasSize(36);
    assertThat(HeldOutDrafts.of(18, 4)).isNotEqualTo(DRAFTS);
  }
}
