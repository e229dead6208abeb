package glassbox.gateway.health;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamUnavailable;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Asks a service for its health, at most once a second however often it is asked itself. */
final class Probe implements HealthIndicator {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final LoadingCache<String, Health> answers;

  /** Of {@code name}; {@code ask} returns what holds, or throws. */
  Probe(String name, Supplier<Health> ask) {
    this.answers =
        Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(1)
            .build(asked -> checked(asked, ask));
    this.name = name;
  }

  private final String name;

  private static Health checked(String name, Supplier<Health> ask) {
    try {
      return ask.get();
    } catch (DownstreamUnavailable e) {
      return Health.outOfService()
          .withDetail("service", name)
          .withDetail("reason", e.reason().label())
          .build();
    } catch (DownstreamRefused e) {
      return Health.outOfService().withDetail("service", name).build();
    }
  }

  @Override
  public Health health() {
    return answers.get(name);
  }
}
