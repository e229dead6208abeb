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
import glassbox.shell.history.HistoryException;
import glassbox.shell.json.StrictJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderSensitivitiesTest {
  private static final Instant NOW = Instant.parse("2026-11-28T03:30:00Z");
  private static final OrderSettings SETTINGS = new OrderSettings(.05, 2, 1, 4, 17, "-");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path home;
  private Quarantine quarantine;

  @BeforeEach
  void open() {
    quarantine = Quarantine.open(home.resolve("history.jsonl"), CLOCK, StrictJson.mapper());
  }

  @AfterEach
  void close() throws IOException {
    quarantine.close();
  }

  private record Named(CriticIdentity identity, Predicate<Draft> passes) implements Critic {
    @Override
    public Verdict judge(Draft draft) {
      return passes.test(draft)
          ? new Verdict.Passed(1)
          : new Verdict.Flagged(1, List.of(Finding.nowhere("no")));
    }
  }

  private static Critic named(String name, Supplier<Boolean> passes) {
    return named(name, _ -> passes.get());
  }

  private static Critic named(String name, Predicate<Draft> passes) {
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
    return new OrderSensitivities(critics, quarantine, SETTINGS, CLOCK, new SimpleMeterRegistry());
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
    assertThat(quarantine.release("sees", "ada", "mended")).isTrue();
    assertThat(quarantine.all()).isEmpty();
  }

  @Test
  void quarantineOutlivesARestart() throws IOException {
    sensitivities(OrderSensitivitiesTest::planted).measure();
    quarantine.close();
    open();
    assertThat(quarantine.of("sees"))
        .hasValueSatisfying(
            kept -> {
              assertThat(kept.since()).isEqualTo(NOW);
              assertThat(kept.reason()).contains("marks", "1.000");
            });
    assertThat(quarantine.history().events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.by()).isEqualTo("order-sensitivity");
              assertThat(event.delta()).isEqualTo(1);
              assertThat(event.bar()).isEqualTo(.05);
            });
    quarantine.release("sees", "ada", "mended");
    quarantine.close();
    open();
    assertThat(quarantine.all()).isEmpty();
    assertThat(quarantine.history().entries()).isEqualTo(2);
  }

  @Test
  void aQuarantineThatSomebodyEditedOpensForNobody() throws IOException {
    sensitivities(OrderSensitivitiesTest::planted).measure();
    quarantine.close();
    Path file = home.resolve("history.jsonl");
    String whole = Files.readString(file);
    Files.writeString(file, whole.replace("\"sees\"", "\"none\""));
    assertThatThrownBy(this::open).isInstanceOf(HistoryException.class);
    Files.writeString(file, whole);
    open();
  }

  /**
   * A critic that is late on one answer in 8, in any order: its delta has no expectation but 0. Of
   * 200 nights many see an estimate over the bar on 36 drafts; none convicts.
   */
  @Test
  void noiseThatLooksLikeOrderIsMeasuredAgainAndConvictsNobody() {
    Random late = new Random(29);
    Supplier<List<Critic>> critics =
        () -> List.of(named("late", () -> late.nextInt(8) != 0), named("steady", () -> true));
    OrderSettings settings = new OrderSettings(.05, 2, 4, 8, 17, "-");
    int suspected = 0;
    for (int night = 0; night < 200; night++) {
      OrderSensitivity report =
          new OrderSensitivities(critics, quarantine, settings, CLOCK, new SimpleMeterRegistry())
              .measure();
      suspected += report.pairs().getFirst().differing().total() > 72 ? 1 : 0;
    }
    assertThat(suspected).isGreaterThan(10);
    assertThat(quarantine.all()).isEmpty();
  }

  /** About one answer in 13 depends on the order: little for 36 drafts to be sure of, but true. */
  @Test
  void smallTrueEffectOverTheBarConvicts() {
    Supplier<List<Critic>> critics =
        () -> {
          AtomicBoolean mark = new AtomicBoolean();
          return List.of(
              named("marks", () -> mark.compareAndSet(false, true) | mark.get()),
              named(
                  "sees",
                  (Draft draft) ->
                      !mark.get() || Math.floorMod(draft.answer().hashCode(), 8) != 0));
        };
    OrderSettings settings = new OrderSettings(.05, 2, 4, 8, 17, "-");
    new OrderSensitivities(critics, quarantine, settings, CLOCK, new SimpleMeterRegistry())
        .measure();
    assertThat(quarantine.of("sees")).isPresent();
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
    assertThatThrownBy(() -> new OrderSettings(1.5, 2, 1, 1, 1, "-"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OrderSettings(.05, 2, 1, 0, 1, "-"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OrderSettings(.05, 1, 1, 1, 1, "-"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
