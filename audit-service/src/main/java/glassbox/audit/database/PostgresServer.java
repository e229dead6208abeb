package glassbox.audit.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One start of the server, with its guards. */
final class PostgresServer implements AutoCloseable {
  private static final String ACCESS = "host all all 127.0.0.1/32 scram-sha-256\n";

  /** The role that the service works with; its rights are in db/migration/afterMigrate.sql. */
  static final String WRITER = "glassbox_writer";

  private static final String MAKE_WRITER =
      """
      do $$ begin
        if not exists (select from pg_roles where rolname = '%1$s') then
          create role %1$s login;
        end if;
      end $$
      """
          .formatted(WRITER);

  private static final long LOOK_MILLIS = 100;

  private final EmbeddedPostgres postgres;

  private PostgresServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /**
   * Starts the server on a folder whose orphans are stopped.
   *
   * @param port 0 for any free one; a server that was stopped comes back where it was
   * @throws IOException if it does not start
   * @throws IllegalStateException if what answers on the port is not this server, or is not durable
   */
  static PostgresServer start(DataDirectory directory, int port, DatabaseSettings settings)
      throws IOException {
    PostgresServer server = new PostgresServer(launch(directory, port, settings));
    boolean secured = false;
    try {
      server.secure(directory);
      secured = true;
      return server;
    } catch (SQLException e) {
      throw new IOException("Postgres started but does not answer", e);
    } finally {
      if (!secured) {
        server.close();
      }
    }
  }

  /** Waits as long as a server recovers, but not for one that is gone: then it is tried again. */
  private static EmbeddedPostgres launch(
      DataDirectory directory, int port, DatabaseSettings settings) throws IOException {
    Duration timeout = settings.startTimeout();
    FutureTask<EmbeddedPostgres> start = new FutureTask<>(() -> begin(directory, port, timeout));
    Thread launcher = Thread.ofPlatform().daemon().name("postgres-launch").start(start);
    boolean hasData = Files.exists(directory.path().resolve("PG_VERSION"));
    Duration patience = hasData ? settings.absence() : timeout;
    long seen = System.nanoTime();
    try {
      while (true) {
        try {
          return start.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillStarting) {
          seen = directory.postmaster().isPresent() ? System.nanoTime() : seen;
        }
        if (System.nanoTime() - seen > patience.toNanos()) {
          launcher.interrupt(); // it stops waiting and gives back what it has
          start.get().close();
          throw new IOException("Postgres ended while it started; it says why in its log");
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException reason ? reason : new IOException(e.getCause());
    } catch (InterruptedException e) {
      launcher.interrupt();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Postgres started", e);
    }
  }

  private static EmbeddedPostgres begin(DataDirectory directory, int port, Duration timeout)
      throws IOException {
    ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(directory.log().toFile());
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory.path())
        .setOverrideWorkingDirectory(directory.programs().toFile())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        .setPGStartupWait(timeout)
        .setLocaleConfig("locale", "C")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "50")
        .setServerConfig("recovery_init_sync_method", "syncfs")
        .setConnectConfig("password", directory.password())
        .start();
  }

  private void secure(DataDirectory directory) throws IOException, SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      requireSetting(statement, "data_directory", directory.path().toString());
      requireSetting(statement, "fsync", "on");
      requireSetting(statement, "synchronous_commit", "on");
      Path access = directory.path().resolve("pg_hba.conf");
      if (!Files.readString(access).equals(ACCESS)) {
        statement.execute("alter role postgres password '" + directory.password() + "'");
        Files.writeString(access, ACCESS);
        statement.execute("select pg_reload_conf()");
      }
      statement.execute(MAKE_WRITER);
      statement.execute("alter role " + WRITER + " password '" + directory.writerPassword() + "'");
      WorldLoader.load(statement, directory.readerPassword());
    }
  }

  private static void requireSetting(Statement statement, String name, String expected)
      throws SQLException {
    try (ResultSet row = statement.executeQuery("select current_setting('" + name + "')")) {
      row.next();
      String actual = row.getString(1);
      if (!actual.equals(expected)) {
        throw new IllegalStateException(
            "the Postgres on our port has " + name + " = " + actual + ", not " + expected);
      }
    }
  }

  int port() {
    return postgres.getPort();
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
