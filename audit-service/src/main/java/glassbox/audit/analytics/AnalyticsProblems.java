package glassbox.audit.analytics;

import glassbox.shell.problem.ProblemException;
import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.ProblemType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What goes wrong with royalties, as problems. */
@Configuration(proxyBeanMethods = false)
class AnalyticsProblems {
  private static final ProblemType RUN_UNKNOWN =
      new ProblemType("run-not-found", HttpStatus.NOT_FOUND, "No such run");
  private static final ProblemType NO_SHARES =
      new ProblemType(
          "royalty-without-shares",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "There is no measured share to split the fee by");
  private static final ProblemType FEE_TAKEN =
      new ProblemType(
          "royalty-fee-taken", HttpStatus.CONFLICT, "This fee of this run has another receipt");

  @Bean
  ProblemMapping refusedRoyalties() {
    return ProblemMapping.of(RoyaltyRefusedException.class, AnalyticsProblems::refused);
  }

  private static ProblemException refused(RoyaltyRefusedException refused) {
    return switch (refused.reason()) {
      case RUN_UNKNOWN -> RUN_UNKNOWN.because("Check the id of the run.");
      case NO_SHARES -> NO_SHARES.because("Name a run or a period with an answer of some tokens.");
      case FEE_TAKEN -> FEE_TAKEN.because("Name another fee by another fee_id.");
    };
  }
}
