package glassbox.audit.month;

import glassbox.shell.problem.ProblemException;
import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.ProblemType;
import glassbox.shell.problem.StandardProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What goes wrong with months, as problems. */
@Configuration(proxyBeanMethods = false)
class MonthProblems {
  private static final ProblemType RETIRED =
      new ProblemType("run-retired", HttpStatus.GONE, "The run was dropped with its month");

  @Bean
  ProblemMapping retiredRuns() {
    return ProblemMapping.of(RunRetiredException.class, MonthProblems::retired);
  }

  private static ProblemException retired(RunRetiredException e) {
    ProblemException problem =
        RETIRED.because(
            "Its time of keeping is over. index is its entry in the log, retention_index the entry"
                + " that says that it was dropped.");
    if (e.index().isPresent()) {
      problem = problem.with("index", e.index().getAsLong());
    }
    return e.retention().isPresent()
        ? problem.with("retention_index", e.retention().getAsLong())
        : problem;
  }

  @Bean
  ProblemMapping runsOfTheFuture() {
    return ProblemMapping.of(
        RunOfTheFutureException.class,
        e ->
            StandardProblems.INVALID_REQUEST
                .because("Set the clocks right.")
                .withError("run_id", "must not have a time that is yet to come"));
  }
}
