package glassbox.audit.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.audit.AuditApplication;
import glassbox.audit.AuditClient;
import glassbox.audit.FreshDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The settings that docker-compose.yml gives: a URL, the writer to work with, the owner beside. */
class ExternalDatabaseTest {

  @Test
  void migratesAsTheOwnerAndServesAsTheWriter() throws IOException, SQLException {
    Path directory = FreshDirectory.empty("external");
    DatabaseSettings server =
        new DatabaseSettings(null, directory, 0, Duration.ofSeconds(30), Duration.ofSeconds(30));
    try (EmbeddedDatabase postgres = EmbeddedDatabase.start(server)) {
      String url = url(postgres.owner());
      try (ConfigurableApplicationContext service = service(postgres, url, directory)) {
        JdbcTemplate jdbc = service.getBean(JdbcTemplate.class);
        assertThat(service.getBeansOfType(EmbeddedDatabase.class)).isEmpty();
        assertThat(text(jdbc, "select current_user")).isEqualTo(PostgresServer.WRITER);
        assertThat(text(jdbc, "select tableowner from pg_tables where tablename = 'runs'"))
            .isEqualTo("postgres");
        assertThatThrownBy(() -> jdbc.execute("update runs set tenant = 'x'"))
            .rootCause()
            .hasMessageContaining("permission denied");
      }
    }
  }

  private static String text(JdbcTemplate jdbc, String query) {
    return requireNonNull(jdbc.queryForObject(query, String.class));
  }

  /** Of a database of its own name, as the containers have it. */
  private static String url(FlywayConnectionDetails owner) throws SQLException {
    String url = requireNonNull(owner.getJdbcUrl());
    try (Connection connection =
            DriverManager.getConnection(url, owner.getUsername(), owner.getPassword());
        Statement statement = connection.createStatement()) {
      statement.execute("create database glassbox");
    }
    return url.replaceAll("/[^/]*$", "/glassbox");
  }

  private static ConfigurableApplicationContext service(
      EmbeddedDatabase postgres, String url, Path directory) {
    JdbcConnectionDetails writer = postgres.writer();
    FlywayConnectionDetails owner = postgres.owner();
    return new SpringApplicationBuilder(AuditApplication.class)
        .properties(
            Map.of(
                "server.port", "0",
                "glassbox.service-token", AuditClient.TOKEN,
                "glassbox.audit.log.directory", FreshDirectory.empty("external-log").toString(),
                "glassbox.audit.master-key-file", directory.resolveSibling("external.master-key"),
                "glassbox.audit.analytics.royalty-key-file", "target/royalty/external.key",
                "spring.datasource.url", url,
                "spring.datasource.username", requireNonNull(writer.getUsername()),
                "spring.datasource.password", requireNonNull(writer.getPassword()),
                "spring.flyway.user", requireNonNull(owner.getUsername()),
                "spring.flyway.password", requireNonNull(owner.getPassword())))
        .run();
  }
}
