package glassbox.gateway.export;

import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.ProblemType;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What goes wrong with exports at the edge. */
@Configuration(proxyBeanMethods = false)
class ExportMappings {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final ProblemType NOT_YET_INTEGRATED =
      new ProblemType(
          "not-yet-integrated", HttpStatus.CONFLICT, "The run is not under a checkpoint yet");

  @Bean
  ProblemMapping notIntegratedYet() {
    return ProblemMapping.of(
        NotIntegratedYet.class,
        e ->
            NOT_YET_INTEGRATED
                .because("The run is recorded; ask again in a second.")
                .retryAfter(SOON));
  }
}
