package glassbox.critic.verdict;

import glassbox.critics.Critic;
import glassbox.critics.contradiction.ContradictionCritic;
import glassbox.critics.contradiction.ContradictionSettings;
import glassbox.critics.trace.TraceCritic;
import glassbox.critics.trace.TraceSettings;
import glassbox.critics.units.UnitsCritic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The critics that this service runs, in the order in which it reports them. */
@Configuration(proxyBeanMethods = false)
class CriticConfiguration {

  @Bean
  @Order(1)
  Critic units() {
    return new UnitsCritic();
  }

  @Bean
  @Order(2)
  Critic contradiction(CriticSettings settings) {
    return new ContradictionCritic(
        new ContradictionSettings(settings.contradiction().confidence()));
  }

  @Bean
  @Order(3)
  Critic trace(CriticSettings settings) {
    return new TraceCritic(new TraceSettings(settings.trace().fragmentsPerClaim()));
  }
}
