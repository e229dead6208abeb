package glassbox.audit.alarm;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Down while an alarm is open; out of service while the database, and so the answer, is away. The
 * alarms are read from the database each time, so they outlive this process.
 */
@Component
class OpenAlarmsHealthIndicator implements HealthIndicator {
  private final Alarms alarms;

  OpenAlarmsHealthIndicator(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public Health health() {
    try {
      long open = alarms.open();
      return open == 0
          ? Health.up().build()
          : Health.down().withDetail("open_alarms", open).build();
    } catch (DataAccessException e) {
      return Health.outOfService().build();
    }
  }
}
