package glassbox.audit.database;

import glassbox.audit.world.WorldTables;
import glassbox.shell.problem.ProblemMapping;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Starts our own server where no other is named, and says what its loss means to callers. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  @Conditional(EmbeddedMode.class)
  static EarlyDatabase earlyDatabase(Environment environment) {
    return new EarlyDatabase(environment);
  }

  @Bean
  @Conditional(EmbeddedMode.class)
  EmbeddedDatabase embeddedDatabase(EarlyDatabase early) {
    return early.await();
  }

  /** The pool is made from this, so it is closed before the server is. */
  @Bean
  @Conditional(EmbeddedMode.class)
  JdbcConnectionDetails embeddedConnectionDetails(EmbeddedDatabase database) {
    return database.writer();
  }

  /** Tools of runs read the world's tables as a role of their own. */
  @Bean
  @Conditional(EmbeddedMode.class)
  WorldTables embeddedWorld(EmbeddedDatabase database) {
    return new WorldTables(database.reader());
  }

  /** Migrations alone run as the owner of the tables. */
  @Bean
  @Conditional(EmbeddedMode.class)
  FlywayConnectionDetails embeddedMigrationDetails(EmbeddedDatabase database) {
    return database.owner();
  }

  @Bean
  ProblemMapping databaseProblems(DatabaseOutage outage) {
    return new DatabaseProblems(outage);
  }

  static final class EmbeddedMode implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      Environment environment = context.getEnvironment();
      @Nullable String mode = environment.getProperty("glassbox.audit.database.mode");
      return mode == null
          ? environment.getProperty("spring.datasource.url") == null
          : mode.toUpperCase(Locale.ROOT).equals(DatabaseSettings.Mode.EMBEDDED.name());
    }
  }
}
