package glassbox.gateway.health;

import glassbox.gateway.downstream.Audit;
import glassbox.gateway.downstream.Critics;
import glassbox.gateway.downstream.Inference;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

  /** Whether audit finds that the recorded numbers add up; out of service where it is silent. */
  @Bean("records")
  HealthIndicator recordsHealth(Audit audit) {
    return new Probe("audit", () -> Health.status(audit.health("integrity")).build());
  }

  /** Whether inference finds no specialist suspect; out of service where it is silent. */
  @Bean("specialists")
  HealthIndicator specialistsHealth(Inference inference) {
    return new Probe("inference", () -> Health.status(inference.health("quality")).build());
  }

  /** Whether the critics can be asked. */
  @Bean("critic")
  HealthIndicator criticHealth(Critics critics) {
    return new Probe(
        "critic", () -> Health.up().withDetail("critics", critics.list().size()).build());
  }
}
