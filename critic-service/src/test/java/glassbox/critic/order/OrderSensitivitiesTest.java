package glassbox.critic.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.contracts.verdict.OrderSensitivity;
import glassbox.critic.panel.Quarantine;
import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.units.UnitsCritic;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OrderSensitivitiesTest {
  private static final Instant NOW = Instant.parse("2026-11-28T03:30:00Z");
  private static final OrderSettings SETTINGS = new OrderSettings(.05, 2, 1, 17, "-");
  private final Quarantine quarantine = Quarantine.at(Clock.fixed(NOW, ZoneOffset.UTC));

  private record Named(CriticIdentity identity, Supplier<Boolean> passes) implements Critic {
    @Override
    public Verdict judge(Draft draft) {
      return passes.get()
          ? new Verdict.Passed(1)
          : new Verdict.Flagged(1, List.of(Finding.nowhere("no")));
    }
  }

  private static Critic named(String name, Supplier<Boolean> passes) {
    return new Named(CriticIdentity.of(name, "1", "", Map.of()), passes);
  }

  private static List<Critic> planted() {
    AtomicBoolean mark = new AtomicBoolean();
    return List.of(
        named("marks", () -> mark.compareAndSet(false, true) | mark.get()),
        named("sees", () -> !mark.get()),
        new UnitsCritic());
  }

  private OrderSensitivities sensitivities(Supplier<List<Critic>> critics) {
    return new OrderSensitivities(critics, quarantine, SETTINGS, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void plantedPairAlertsAndItsNoisierCriticIsKeptFromVoting() {
    OrderSensitivity report = sensitivities(OrderSensitivitiesTest::planted).measure();
    assertThat(report.measuredAt()).isEqualTo(NOW);
    assertThat(report.largest()).isEqualTo(1);
    assertThat(report.matrix().get(0).get(1)).isEqualTo(1);
    assertThat(report.matrix().get(1).get(0)).isEqualTo(1);
    assertThat(report.matrix().get(0).get(2)).isZero();
    assertThat(report.pairs().stream().filter(OrderSensitivity.Pair::alert)).hasSize(1);
    assertThat(report.quarantined())
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.critic()).isEqualTo("sees");
              assertThat(kept.since()).isEqualTo(NOW);
              assertThat(kept.reason()).contains("marks", "1.000");
            });
    assertThat(quarantine.release("sees")).isTrue();
    assertThat(quarantine.all()).isEmpty();
  }

  @Test
  void beforeTheFirstMeasurementNothingIsKnown() {
    OrderSensitivity report = sensitivities(OrderSensitivitiesTest::planted).report();
    assertThat(report.measuredAt()).isNull();
    assertThat(report.largest()).isNull();
    assertThat(report.pairs()).isEmpty();
    assertThat(report.matrix().get(0).get(1)).isNull();
    assertThat(report.matrix().get(0).get(0)).isZero();
  }

  @Test
  void defaultsAreTheSpecifications() {
    assertThat(SETTINGS.bar()).isEqualTo(.05);
    assertThatThrownBy(() -> new OrderSettings(1.5, 2, 1, 1, "-"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OrderSettings(.05, 1, 1, 1, "-"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
