package glassbox.inference.specialist;

import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.ProblemType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What goes wrong with specialists, as problems. */
@Configuration(proxyBeanMethods = false)
class SpecialistProblems {
  private static final ProblemType UNKNOWN =
      new ProblemType("unknown-specialist", HttpStatus.NOT_FOUND, "No such specialist");

  @Bean
  ProblemMapping unknownSpecialist() {
    return ProblemMapping.of(
        UnknownSpecialistException.class,
        _ -> UNKNOWN.because("Use an alias that GET /v1/specialists lists."));
  }
}
