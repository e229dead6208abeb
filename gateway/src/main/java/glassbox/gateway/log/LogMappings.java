package glassbox.gateway.log;

import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.ProblemType;
import glassbox.shell.problem.StandardProblems;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What goes wrong with the log at the edge. */
@Configuration(proxyBeanMethods = false)
class LogMappings {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final ProblemType NOT_YET_INTEGRATED =
      new ProblemType(
          "not-yet-integrated", HttpStatus.CONFLICT, "The run is not under a checkpoint yet");
  private static final ProblemType TILE_NOT_FOUND =
      new ProblemType("tile-not-found", HttpStatus.NOT_FOUND, "No such tile");

  @Bean
  ProblemMapping notIntegrated() {
    return ProblemMapping.of(
        NotIntegrated.class,
        e ->
            NOT_YET_INTEGRATED
                .because("The run is recorded; ask again in a second.")
                .retryAfter(SOON));
  }

  @Bean
  ProblemMapping tileUnknown() {
    return ProblemMapping.of(
        TileUnknown.class,
        e -> TILE_NOT_FOUND.because("Ask for L/N or L/N.p/W, as c2sp.org/tlog-tiles says."));
  }

  @Bean
  ProblemMapping logBusy() {
    return ProblemMapping.of(
        LogBusy.class,
        e -> StandardProblems.TOO_MANY_REQUESTS.because("Wait, then try again.").retryAfter(SOON));
  }
}
