package glassbox.audit.block;

import glassbox.ledger.block.MalformedBlockException;
import glassbox.shell.problem.ProblemException;
import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.ProblemType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What goes wrong with blocks, as problems. */
@Configuration(proxyBeanMethods = false)
class BlockProblems {
  private static final ProblemType MALFORMED =
      new ProblemType(
          "malformed-block",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "The bytes are not a canonical block");
  private static final ProblemType FAILED =
      new ProblemType(
          "reconciliation-failed",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "The block does not add up and was refused");
  private static final ProblemType NOT_FOUND =
      new ProblemType("block-not-found", HttpStatus.NOT_FOUND, "No such block is recorded");

  @Bean
  ProblemMapping malformedBlocks() {
    return ProblemMapping.of(
        MalformedBlockException.class,
        e -> MALFORMED.because("Send block format 1: " + e.getMessage() + "."));
  }

  @Bean
  ProblemMapping refusedBlocks() {
    return ProblemMapping.of(BlockRefusedException.class, BlockProblems::refused);
  }

  @Bean
  ProblemMapping missingBlocks() {
    return ProblemMapping.of(
        BlockNotFoundException.class, e -> NOT_FOUND.because("Check the hash of the block."));
  }

  private static ProblemException refused(BlockRefusedException refused) {
    ProblemException problem =
        FAILED
            .because("An alarm is raised; do not send this block again, find out who altered it.")
            .with("block_hash", refused.hash());
    return Double.isFinite(refused.maxResidual())
        ? problem.with("max_residual", refused.maxResidual())
        : problem;
  }
}
