package glassbox.critic.order;

import glassbox.contracts.verdict.OrderSensitivity;
import glassbox.contracts.verdict.Rate;
import glassbox.critic.panel.Quarantine;
import glassbox.critics.Critic;
import glassbox.critics.Draft;
import glassbox.critics.order.HeldOutDrafts;
import glassbox.critics.order.OrderHarness;
import glassbox.critics.order.PairSensitivity;
import glassbox.critics.panel.Critics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Measures order sensitivity, one measurement at a time, and keeps the last. A pair over the bar is
 * measured once more, alone and on many more fresh drafts; that estimate takes the place of the
 * first one and alone decides. So chance that made one of a hundred pairs look bad is not what
 * convicts it.
 */
@Component
public class OrderSensitivities {
  private static final Logger LOG = LoggerFactory.getLogger(OrderSensitivities.class);
  private final Supplier<List<Critic>> critics;
  private final Quarantine quarantine;
  private final OrderSettings settings;
  private final Clock clock;
  private final MultiGauge deltas;
  private final ReentrantLock measuring = new ReentrantLock();
  private volatile @Nullable Measured last;

  private record Measured(Instant at, int drafts, List<PairSensitivity> pairs) {}

  @Autowired
  OrderSensitivities(
      Critics critics,
      Quarantine quarantine,
      OrderSettings settings,
      Clock clock,
      MeterRegistry meters) {
    this(critics::fresh, quarantine, settings, clock, meters);
  }

  /** Over any critics. */
  OrderSensitivities(
      Supplier<List<Critic>> critics,
      Quarantine quarantine,
      OrderSettings settings,
      Clock clock,
      MeterRegistry meters) {
    this.critics = critics;
    this.quarantine = quarantine;
    this.settings = settings;
    this.clock = clock;
    meters.gauge("glassbox.critic.order.sensitivity", this, OrderSensitivities::largest);
    meters.gauge("glassbox.critic.quarantined", quarantine, q -> q.all().size());
    this.deltas = MultiGauge.builder("glassbox.critic.order.sensitivity.pair").register(meters);
  }

  /** Measures by schedule on the held-out drafts. */
  @Scheduled(cron = "${glassbox.critics.order-sensitivity.schedule:0 30 3 * * *}")
  public void measureBySchedule() {
    var unused = measure();
  }

  /** Begins to measure on a thread of its own, unless a measurement is going on. */
  OrderSensitivity begin() {
    if (!measuring.isLocked()) {
      Thread.ofVirtual().name("order-sensitivity").start(this::measureBySchedule);
    }
    return report();
  }

  /** Measures on the held-out drafts; where a measurement is going on, waits for its end first. */
  OrderSensitivity measure() {
    measuring.lock();
    try {
      List<Draft> drafts = HeldOutDrafts.of(settings.seed(), settings.groups());
      OrderHarness harness = new OrderHarness(critics, settings.rounds());
      List<PairSensitivity> pairs = confirmed(harness, harness.measure(drafts));
      last = new Measured(clock.instant(), drafts.size(), pairs);
      show(pairs);
      pairs.stream().filter(pair -> pair.over(settings.bar())).forEach(this::alert);
      return report();
    } finally {
      measuring.unlock();
    }
  }

  private List<PairSensitivity> confirmed(OrderHarness harness, List<PairSensitivity> first) {
    if (first.stream().noneMatch(pair -> pair.over(settings.bar()))) {
      return first;
    }
    List<String> names = critics.get().stream().map(c -> c.identity().name()).toList();
    List<Draft> fresh =
        HeldOutDrafts.of(settings.seed() + 1, settings.groups() * settings.confirm());
    return first.stream()
        .map(
            pair ->
                pair.over(settings.bar())
                    ? harness.measure(
                        names.indexOf(pair.first()), names.indexOf(pair.second()), fresh)
                    : pair)
        .toList();
  }

  private void alert(PairSensitivity pair) {
    String reason =
        "order sensitivity of %s and %s is %.3f, over %.3f"
            .formatted(pair.first(), pair.second(), pair.delta().orElse(0), settings.bar());
    LOG.error("{}", reason);
    quarantine.add(
        pair.noisier().orElse(pair.second()),
        new Quarantine.Cause("order-sensitivity", reason, pair.delta().orElse(0), settings.bar()));
  }

  private void show(List<PairSensitivity> pairs) {
    deltas.register(
        pairs.stream()
            .filter(pair -> pair.delta().isPresent())
            .<MultiGauge.Row<?>>map(
                pair ->
                    MultiGauge.Row.of(
                        Tags.of("first", pair.first(), "second", pair.second()),
                        pair.delta().getAsDouble()))
            .toList(),
        true);
  }

  /** The last measurement with the quarantine of now. */
  OrderSensitivity report() {
    Measured measured = last;
    List<String> names = critics.get().stream().map(c -> c.identity().name()).toList();
    List<PairSensitivity> pairs = measured == null ? List.of() : measured.pairs();
    return new OrderSensitivity(
        measured == null ? null : measured.at(),
        measuring.isLocked() && !measuring.isHeldByCurrentThread(),
        measured == null ? 0 : measured.drafts(),
        settings.rounds(),
        settings.bar(),
        measured == null ? null : largest(),
        names,
        matrix(names, pairs),
        pairs.stream().map(this::pair).toList(),
        quarantine.all().stream()
            .map(e -> new OrderSensitivity.Quarantine(e.critic(), e.since(), e.reason()))
            .toList());
  }

  private double largest() {
    Measured measured = last;
    return measured == null
        ? 0
        : measured.pairs().stream().mapToDouble(pair -> pair.delta().orElse(0)).max().orElse(0);
  }

  private static List<List<@Nullable Double>> matrix(
      List<String> names, List<PairSensitivity> pairs) {
    List<List<@Nullable Double>> matrix = new ArrayList<>();
    for (String row : names) {
      List<@Nullable Double> cells = new ArrayList<>();
      for (String column : names) {
        cells.add(row.equals(column) ? Double.valueOf(0) : cell(row, column, pairs));
      }
      matrix.add(Collections.unmodifiableList(cells));
    }
    return matrix;
  }

  private static @Nullable Double cell(String row, String column, List<PairSensitivity> pairs) {
    Optional<PairSensitivity> pair =
        pairs.stream()
            .filter(
                p ->
                    p.first().equals(row) && p.second().equals(column)
                        || p.first().equals(column) && p.second().equals(row))
            .findFirst();
    return pair.isPresent() && pair.get().delta().isPresent()
        ? Double.valueOf(pair.get().delta().getAsDouble())
        : null;
  }

  private OrderSensitivity.Pair pair(PairSensitivity pair) {
    return new OrderSensitivity.Pair(
        pair.first(),
        pair.second(),
        rate(pair.differing()),
        rate(pair.noise()),
        pair.delta().isPresent() ? pair.delta().getAsDouble() : null,
        pair.noisier().orElse(null),
        pair.over(settings.bar()));
  }

  private static Rate rate(glassbox.critics.chi.Rate rate) {
    return new Rate(rate.count(), rate.total(), rate.value(), rate.low(), rate.high());
  }
}
