package glassbox.audit.export;

import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.ProblemType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What goes wrong with exports, as problems. */
@Configuration(proxyBeanMethods = false)
class ExportProblems {
  private static final ProblemType NO_RUNS =
      new ProblemType("no-runs", HttpStatus.NOT_FOUND, "No run in the period");
  private static final ProblemType BUNDLE_TOO_LARGE =
      new ProblemType(
          "bundle-too-large", HttpStatus.UNPROCESSABLE_CONTENT, "Too much for one bundle");

  /** A period that gives no bundle. */
  static final class BundleRefusedException extends RuntimeException {
    /** Why. */
    enum Reason {
      EMPTY,
      TOO_LARGE
    }

    private final Reason reason;

    BundleRefusedException(Reason reason) {
      super("bundle refused: " + reason);
      this.reason = reason;
    }

    Reason reason() {
      return reason;
    }
  }

  @Bean
  ProblemMapping refusedBundles() {
    return ProblemMapping.of(
        BundleRefusedException.class,
        e ->
            switch (e.reason()) {
              case EMPTY -> NO_RUNS.because("Choose another period.");
              case TOO_LARGE ->
                  BUNDLE_TOO_LARGE.because(
                      "Choose a shorter period: a bundle has at most 10,000 runs and 256 MiB.");
            });
  }
}
