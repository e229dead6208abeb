package glassbox.audit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.audit.FreshDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

class EmbeddedDatabaseTest {

  @Test
  void stopsTheOrphanOfAKilledProcessAndKeepsItsData() throws Exception {
    Path directory = FreshDirectory.empty("orphan");
    Process process = startAnotherJvm(directory);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.lines().anyMatch("started"::equals)).isTrue();
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
    ProcessHandle orphan = postmaster(directory);
    assertThat(orphan.isAlive()).isTrue();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings(directory, 0))) {
      assertThat(orphan.isAlive()).isFalse();
      assertThat(query(database, "select count(*) from kept")).isEqualTo("1");
    }
  }

  @Test
  void refusesAFolderThatAnotherServiceUses() throws Exception {
    Path directory = FreshDirectory.empty("shared");
    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings(directory, 0))) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(settings(directory, 0)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another audit-service");
      assertThat(query(database, "select 1")).isEqualTo("1");
      assertOnlyWithPassword(database);
      assertRefusesThePortOf(database);
    }
  }

  /** Another server answers there: it must not be taken for ours. */
  private static void assertRefusesThePortOf(EmbeddedDatabase other) throws SQLException {
    String url = other.writer().getJdbcUrl();
    int port = Integer.parseInt(url.replaceAll(".*:([0-9]+)/.*", "$1"));
    DatabaseSettings settings =
        new DatabaseSettings(
            null,
            FreshDirectory.empty("intruder"),
            port,
            Duration.ofSeconds(5),
            Duration.ofSeconds(30));
    assertThatThrownBy(() -> EmbeddedDatabase.start(settings));
    assertThat(query(other, "select 1")).isEqualTo("1");
  }

  private static void assertOnlyWithPassword(EmbeddedDatabase database) {
    String url = database.owner().getJdbcUrl();
    assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "wrong").close())
        .hasMessageContaining("password");
  }

  private static String query(EmbeddedDatabase database, String sql) throws SQLException {
    FlywayConnectionDetails details = database.owner();
    try (Connection connection =
            DriverManager.getConnection(
                details.getJdbcUrl(), details.getUsername(), details.getPassword());
        var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    FlywayConnectionDetails details = database.owner();
    try (Connection connection =
            DriverManager.getConnection(
                details.getJdbcUrl(), details.getUsername(), details.getPassword());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static ProcessHandle postmaster(Path directory) throws IOException {
    String pid = Files.readAllLines(directory.resolve("postmaster.pid")).get(0);
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static Process startAnotherJvm(Path directory) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Other.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static DatabaseSettings settings(Path directory, int port) {
    return new DatabaseSettings(
        null, directory, port, Duration.ofSeconds(30), Duration.ofSeconds(30));
  }

  /** A process that starts the server, commits a row, says so, and waits to be killed. */
  static final class Other {
    public static void main(String[] args) throws Exception {
      EmbeddedDatabase database = EmbeddedDatabase.start(settings(Path.of(args[0]), 0));
      execute(database, "create table kept as select 1 as x");
      System.out.println("started");
      new java.util.concurrent.CountDownLatch(1).await();
    }
  }
}
