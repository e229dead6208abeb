package glassbox.audit.block;

import glassbox.ledger.attribution.Level;
import glassbox.ledger.attribution.Reconciliation;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Metrics of the recomputation: {@code glassbox.audit.checks} by level, and the residuals.
 * Residuals have no buckets: the registry rounds bucket bounds up to whole numbers, and these are
 * tiny.
 */
@Component
class Checks {
  private final MeterRegistry registry;
  private final DistributionSummary residuals;

  Checks(MeterRegistry registry) {
    this.registry = registry;
    residuals =
        DistributionSummary.builder("glassbox.audit.residual")
            .description("Largest absolute residual of each block")
            .baseUnit("nats")
            .register(registry);
    for (Level level : Level.values()) {
      count(level, 0);
    }
  }

  void record(Reconciliation reconciliation) {
    double max = reconciliation.max();
    if (Double.isFinite(max)) {
      residuals.record(max);
    }
    count(reconciliation.level(), 1);
  }

  private void count(Level level, int by) {
    registry
        .counter("glassbox.audit.checks", "level", level.name().toLowerCase(Locale.ROOT))
        .increment(by);
  }
}
