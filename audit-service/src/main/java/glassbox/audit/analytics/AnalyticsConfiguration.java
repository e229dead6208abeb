package glassbox.audit.analytics;

import glassbox.ledger.royalty.RoyaltyKey;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the counting and opens the key of receipts. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AnalyticsConfiguration {
  @Bean
  RoyaltyKey royaltyKey(AnalyticsSettings settings) {
    return RoyaltyKeyFile.open(settings.royaltyKeyFile(), new SecureRandom());
  }
}
