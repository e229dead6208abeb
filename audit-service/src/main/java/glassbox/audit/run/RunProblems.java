package glassbox.audit.run;

import glassbox.shell.problem.FieldProblem;
import glassbox.shell.problem.ProblemException;
import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.ProblemType;
import glassbox.shell.problem.StandardProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What goes wrong with runs, as problems. */
@Configuration(proxyBeanMethods = false)
class RunProblems {
  private static final ProblemType BLOCKS_MISSING =
      new ProblemType(
          "blocks-missing",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "Blocks of the run are not recorded yet");
  private static final ProblemType INCONSISTENT =
      new ProblemType(
          "run-inconsistent",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "The envelope disagrees with its blocks or its content");
  private static final ProblemType CONFLICT =
      new ProblemType(
          "run-conflict", HttpStatus.CONFLICT, "Another envelope is recorded under this run id");
  private static final ProblemType NOT_FOUND =
      new ProblemType("run-not-found", HttpStatus.NOT_FOUND, "No such run");
  private static final ProblemType TRACE_NOT_FOUND =
      new ProblemType("trace-not-found", HttpStatus.NOT_FOUND, "The run has no evidence");
  private static final ProblemType INVALID_CURSOR =
      new ProblemType("invalid-cursor", HttpStatus.BAD_REQUEST, "The cursor was not issued here");

  @Bean
  ProblemMapping refusedRuns() {
    return ProblemMapping.of(RunRefusedException.class, RunProblems::refused);
  }

  @Bean
  ProblemMapping missingRuns() {
    return ProblemMapping.of(
        RunNotFoundException.class, e -> NOT_FOUND.because("Check the id of the run."));
  }

  @Bean
  ProblemMapping missingTraces() {
    return ProblemMapping.of(
        TraceAbsentException.class,
        e -> TRACE_NOT_FOUND.because("Only a run through phases keeps evidence."));
  }

  @Bean
  ProblemMapping invalidCursors() {
    return ProblemMapping.of(
        Cursor.InvalidCursorException.class,
        e -> INVALID_CURSOR.because("Send next of the previous page, or no cursor to start."));
  }

  private static ProblemException refused(RunRefusedException refused) {
    ProblemException problem =
        switch (refused.reason()) {
          case INVALID ->
              StandardProblems.INVALID_REQUEST.because("Correct the fields that errors names.");
          case BLOCKS_MISSING ->
              BLOCKS_MISSING.because("Record the blocks that errors names, then send it again.");
          case INCONSISTENT ->
              INCONSISTENT.because("Send what the blocks say; errors names what differs.");
          case CONFLICT -> CONFLICT.because("Send a new run under a new run id.");
        };
    return problem.withErrors(
        refused.faults().stream().map(f -> new FieldProblem(f.field(), f.message())).toList());
  }
}
