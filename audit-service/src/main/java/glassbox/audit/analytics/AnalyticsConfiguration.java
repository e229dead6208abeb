package glassbox.audit.analytics;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the counting and opens the key of receipts. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AnalyticsConfiguration {
  @Bean
  RoyaltyKeys royaltyKeys(AnalyticsSettings settings) {
    Path file = settings.royaltyKeyFile().toAbsolutePath();
    return RoyaltyKeys.open(
        RoyaltyKeyFile.open(file, new SecureRandom()), file.resolveSibling("royalty-verifier.pub"));
  }
}
