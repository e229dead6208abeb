package glassbox.audit.log;

import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while the log is halted; out of service while it cannot advance. */
@Component
class LogHealthIndicator implements HealthIndicator {
  private final TransparencyLog log;

  LogHealthIndicator(TransparencyLog log) {
    this.log = log;
  }

  @Override
  public Health health() {
    Optional<String> inconsistency = log.inconsistency();
    if (inconsistency.isPresent()) {
      return Health.down().withDetail("inconsistency", inconsistency.get()).build();
    }
    return log.isAway() ? Health.outOfService().build() : Health.up().build();
  }
}
