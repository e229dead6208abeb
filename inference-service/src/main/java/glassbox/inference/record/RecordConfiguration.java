package glassbox.inference.record;

import glassbox.inference.federation.InferenceProblems;
import glassbox.ledger.block.SaltSource;
import glassbox.shell.problem.ProblemMapping;
import java.security.SecureRandom;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The spool and the problems of recording. */
@Configuration(proxyBeanMethods = false)
class RecordConfiguration {

  @Bean
  Spool spool(SpoolSettings settings) {
    return Spool.open(settings.directory(), settings.limit().toBytes());
  }

  /** Salts hide content for good only if nobody can guess them. */
  @Bean
  SaltSource salts() {
    return SaltSource.of(new SecureRandom());
  }

  @Bean
  ProblemMapping spoolFull() {
    return ProblemMapping.of(
        SpoolFullException.class,
        full ->
            InferenceProblems.RECORD_UNAVAILABLE
                .because("Try again when the audit service is back.")
                .retryAfter(Duration.ofSeconds(10))
                .causedBy(full));
  }

  @Bean
  ProblemMapping recordRefused() {
    return ProblemMapping.of(
        RecordRefusedException.class,
        refused ->
            InferenceProblems.RECORD_REFUSED
                .because("The audit service raised an alarm; ask its operator.")
                .causedBy(refused));
  }
}
