package glassbox.gateway.evaluate;

import glassbox.ledger.block.SaltSource;
import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencyProperties.class)
class EvaluateConfiguration {

  /** Salts hide texts for good only if nobody can guess them. */
  @Bean
  SaltSource salts() {
    return SaltSource.of(new SecureRandom());
  }
}
