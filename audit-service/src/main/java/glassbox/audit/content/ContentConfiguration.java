package glassbox.audit.content;

import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.ProblemType;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** The master key, checked against the database before anything is served. */
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(ContentConfiguration.class);
  private static final ProblemType DAMAGED =
      new ProblemType(
          "content-damaged",
          HttpStatus.INTERNAL_SERVER_ERROR,
          "The stored content is not what was stored");

  /**
   * The key of this database; made with it if the database has none.
   *
   * @throws MasterKeyException if the file holds another, or is gone
   */
  @Bean
  MasterKey masterKey(ContentSettings settings, JdbcTemplate jdbc) {
    SecureRandom random = new SecureRandom();
    MasterKeyFile file = new MasterKeyFile(settings.masterKeyFile());
    if (!file.exists()) {
      if (!fingerprints(jdbc).isEmpty()) {
        throw new MasterKeyException("the master key of this database is not at " + file.path());
      }
      file.makeIfAbsent(random);
    }
    MasterKey key = new MasterKey(file.read(), random);
    jdbc.update(
        "insert into content_master_key (fingerprint) values (?) on conflict do nothing",
        (Object) key.fingerprint());
    if (!MessageDigest.isEqual(fingerprints(jdbc).getFirst(), key.fingerprint())) {
      throw new MasterKeyException(
          file.path() + " holds another master key than the one of this database");
    }
    return key;
  }

  private static List<byte[]> fingerprints(JdbcTemplate jdbc) {
    return jdbc.queryForList("select fingerprint from content_master_key", byte[].class);
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
