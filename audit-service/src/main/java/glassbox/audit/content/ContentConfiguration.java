package glassbox.audit.content;

import glassbox.audit.seal.RowSeal;
import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.ProblemType;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.support.TransactionTemplate;

/** The master key, checked against the database before anything is served. */
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(ContentConfiguration.class);
  private static final ProblemType DAMAGED =
      new ProblemType(
          "content-damaged",
          HttpStatus.INTERNAL_SERVER_ERROR,
          "The stored content is not what was stored");

  @Bean
  MasterKeyTable masterKeyTable(JdbcTemplate jdbc) {
    return new MasterKeyTable(jdbc);
  }

  /**
   * The key of this database; made with it if the database has none.
   *
   * @throws MasterKeyException if the file holds another, or is gone
   */
  @Bean
  MasterKeys masterKeys(ContentSettings settings, MasterKeyTable table) {
    return new MasterKeyOpening(settings, table).open();
  }

  @Bean
  RowSeal rowSeal(MasterKeyTable table, MasterKeys keys) {
    return table.seal(keys);
  }

  @Bean
  SealMigration sealMigration(ContentSettings settings) {
    return new SealMigration(settings);
  }

  @Bean
  JournalMigration journalMigration(ContentSettings settings) {
    return new JournalMigration(settings);
  }

  @Bean
  MasterKeyRotation masterKeyRotation(
      MasterKeys keys,
      MasterKeyTable table,
      Contents contents,
      TransactionTemplate transaction,
      ContentSettings settings) {
    return new MasterKeyRotation(keys, table, contents, transaction, settings.oldMasterKeyFile());
  }

  @Bean
  SchedulingConfigurer masterKeyTurns(MasterKeyRotation rotation) {
    return tasks -> tasks.addFixedDelayTask(rotation::tick, Duration.ofMinutes(1));
  }

  @Bean
  ProblemMapping damagedContent() {
    return ProblemMapping.of(
        ContentDamagedException.class,
        damaged -> {
          LOG.error("{}", damaged.getMessage());
          return DAMAGED.because("Find out who changed the database; the numbers still verify.");
        });
  }
}
