package glassbox.gateway;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The gateway process. */
@SpringBootApplication(proxyBeanMethods = false)
public class GatewayApplication {

  /** Starts the gateway. */
  public static void main(String[] arguments) {
    SpringApplication.run(GatewayApplication.class, arguments);
  }

  /** Seeds of runs whose request names none. */
  @Bean
  RandomGenerator seeds() {
    return new SecureRandom();
  }
}
