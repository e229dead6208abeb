package glassbox.audit.log;

import glassbox.shell.problem.ProblemException;
import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.ProblemType;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What goes wrong with the log, as problems. */
@Configuration(proxyBeanMethods = false)
class LogProblems {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final ProblemType RUN_NOT_FOUND =
      new ProblemType("run-not-found", HttpStatus.NOT_FOUND, "No such run");
  private static final ProblemType RECORD_NOT_FOUND =
      new ProblemType("log-record-not-found", HttpStatus.NOT_FOUND, "The log has no such record");
  private static final ProblemType TILE_NOT_FOUND =
      new ProblemType("tile-not-found", HttpStatus.NOT_FOUND, "No such tile");
  private static final ProblemType SIZE_UNKNOWN =
      new ProblemType(
          "log-size-unknown", HttpStatus.UNPROCESSABLE_CONTENT, "The log is not that large");
  private static final ProblemType NOT_YET_INTEGRATED =
      new ProblemType(
          "not-yet-integrated", HttpStatus.CONFLICT, "The run is not under a checkpoint yet");
  private static final ProblemType PAUSED =
      new ProblemType("log-paused", HttpStatus.SERVICE_UNAVAILABLE, "The log is paused");
  private static final ProblemType COSIGNATURE_REFUSED =
      new ProblemType(
          "cosignature-refused", HttpStatus.UNPROCESSABLE_CONTENT, "The cosignature is not taken");
  private static final ProblemType CHECKPOINT_NOT_CURRENT =
      new ProblemType(
          "checkpoint-not-current", HttpStatus.CONFLICT, "The checkpoint is not the published one");

  @Bean
  ProblemMapping absentProofs() {
    return ProblemMapping.of(
        ProofAbsentException.class,
        e ->
            switch (e.kind()) {
              case RUN -> RUN_NOT_FOUND.because("Check the id of the run.");
              case RECORD ->
                  RECORD_NOT_FOUND.because(
                      "Ask for a run whose content was erased, or a month that was dropped.");
              case SIZE ->
                  SIZE_UNKNOWN.because("Send as from the size of a checkpoint seen before.");
              case TILE ->
                  TILE_NOT_FOUND.because(
                      "Ask for tiles of the published size; for a partial tile that is gone, for"
                          + " the full one.");
            });
  }

  @Bean
  ProblemMapping runsNotIntegrated() {
    return ProblemMapping.of(
        NotIntegratedException.class,
        e ->
            NOT_YET_INTEGRATED
                .because("The run is recorded; ask again in a second.")
                .retryAfter(SOON));
  }

  @Bean
  ProblemMapping pausedLog() {
    return ProblemMapping.of(
        LogPausedException.class,
        e ->
            PAUSED
                .because("Try again; if it stays, see the health group integrity.")
                .retryAfter(SOON));
  }

  @Bean
  ProblemMapping refusedCosignatures() {
    return ProblemMapping.of(CosignatureRefusedException.class, LogProblems::refused);
  }

  private static ProblemException refused(CosignatureRefusedException e) {
    return switch (e.reason()) {
      case MALFORMED -> COSIGNATURE_REFUSED.because("Send a signed note: the cosigned checkpoint.");
      case NOT_CURRENT ->
          CHECKPOINT_NOT_CURRENT.because("Take GET /v1/log/checkpoint, cosign that, send it.");
      case UNTRUSTED ->
          COSIGNATURE_REFUSED.because(
              "Sign with the key of a witness that glassbox.audit.log.witnesses lists.");
    };
  }
}
