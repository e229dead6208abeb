package glassbox.audit.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** How large the log is and how far it lags behind the recorded runs. */
final class LogMeters {
  private final AtomicLong size = new AtomicLong();
  private final Timer lag;

  LogMeters(MeterRegistry registry) {
    Gauge.builder("glassbox.audit.log.size", size, AtomicLong::doubleValue)
        .description("Runs under the published checkpoint")
        .register(registry);
    lag =
        Timer.builder("glassbox.audit.log.lag")
            .description("From a run's record to the checkpoint over it")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
  }

  void published(long treeSize, List<LoggedRecord> runs, Instant now) {
    size.set(treeSize);
    for (LoggedRecord run : runs) {
      Instant recorded = run.recordedAt();
      if (recorded != null) {
        Duration waited = Duration.between(recorded, now);
        lag.record(waited.isNegative() ? Duration.ZERO : waited);
      }
    }
  }
}
