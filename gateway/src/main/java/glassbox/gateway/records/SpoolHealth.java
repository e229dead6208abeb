package glassbox.gateway.records;

import java.io.IOException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when the spool is full or holds records that audit refused for good. */
@Component("spool")
final class SpoolHealth implements HealthIndicator {
  private final Spool spool;

  SpoolHealth(Spool spool) {
    this.spool = spool;
  }

  @Override
  public Health health() {
    try {
      int refused = spool.refused();
      Health.Builder health = spool.isFull() || refused > 0 ? Health.down() : Health.up();
      return health
          .withDetail("pending", spool.size())
          .withDetail("bytes", spool.bytes())
          .withDetail("refused", refused)
          .build();
    } catch (IOException e) {
      return Health.down(e).build();
    }
  }
}
