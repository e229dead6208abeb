package glassbox.audit.upgrade;

import static java.util.Objects.requireNonNull;

import glassbox.audit.AuditApplication;
import glassbox.audit.AuditClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What an earlier release left: its database at V20, its files, and what it answered. */
final class EarlierRelease {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Path STORE =
      Path.of("src", "test", "resources", "glassbox", "audit", "upgrade", "v20");

  final Path home;
  private final FlywayConnectionDetails owner;
  private final JdbcConnectionDetails writer;
  private final String url;

  private EarlierRelease(
      Path home, FlywayConnectionDetails owner, JdbcConnectionDetails writer, String url) {
    this.home = home;
    this.owner = owner;
    this.writer = writer;
    this.url = url;
  }

  /** Puts the store back: into a new database of the tests' server, and a folder. */
  static EarlierRelease restore(
      Path home, FlywayConnectionDetails owner, JdbcConnectionDetails writer) {
    String name = "upgrade_" + NUMBER.incrementAndGet();
    String url = requireNonNull(owner.getJdbcUrl()).replaceAll("/[^/]*$", "/" + name);
    EarlierRelease release = new EarlierRelease(home, owner, writer, url);
    try {
      execute(requireNonNull(owner.getJdbcUrl()), owner, "create database " + name);
      Flyway.configure()
          .dataSource(url, owner.getUsername(), owner.getPassword())
          .target("20")
          .load()
          .migrate();
      String rows = Files.readString(STORE.resolve("rows.sql"));
      release.sql("set session_replication_role = replica;\n" + rows);
      release.copyFiles();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return release;
  }

  private void copyFiles() throws IOException {
    try (Stream<Path> files = Files.walk(STORE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = home.resolve(STORE.relativize(file).toString());
        Files.createDirectories(requireNonNull(copy.getParent()));
        Files.copy(file, copy);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  /** As the owner of the database, who is a superuser. */
  void sql(String statements) {
    execute(url, owner, statements);
  }

  private static void execute(String url, FlywayConnectionDetails owner, String statements) {
    try (Connection connection =
            DriverManager.getConnection(url, owner.getUsername(), owner.getPassword());
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts this release on what the earlier one left. */
  ConfigurableApplicationContext start(String... settings) {
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "--server.port=0",
                    "--glassbox.service-token=" + AuditClient.TOKEN,
                    "--spring.jmx.enabled=false",
                    "--spring.datasource.url=" + url,
                    "--spring.datasource.username=" + writer.getUsername(),
                    "--spring.datasource.password=" + writer.getPassword(),
                    "--spring.datasource.hikari.maximum-pool-size=6",
                    "--spring.flyway.user=" + owner.getUsername(),
                    "--spring.flyway.password=" + owner.getPassword(),
                    "--glassbox.audit.log.directory=" + home.resolve("log"),
                    "--glassbox.audit.log.signing-key=" + home.resolve("log-signing.key"),
                    "--glassbox.audit.log.verifier-keys=" + home.resolve("log-verifier.pub"),
                    "--glassbox.audit.analytics.royalty-key-file="
                        + home.resolve("royalty-signing.key")),
                Stream.of(settings))
            .toList();
    return new SpringApplicationBuilder(AuditApplication.class)
        .run(
            Stream.concat(
                    Stream.of(
                        "--glassbox.audit.master-key-file=" + home.resolve("audit-master.key")),
                    arguments.stream())
                .toArray(String[]::new));
  }

  /** Lines of tenant and run, in the order of recording. */
  static List<String[]> runs() {
    return text("runs.txt").lines().map(line -> line.split(" ")).toList();
  }

  /** What the release answered. */
  static JsonNode answer(String name) {
    return AuditClient.JSON.readTree(text("answers/" + name + ".json"));
  }

  static boolean hasAnswer(String name) {
    return Files.exists(STORE.resolve("answers/" + name + ".json"));
  }

  private static String text(String file) {
    try {
      return Files.readString(STORE.resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
