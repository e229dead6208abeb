package glassbox.audit.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Our own Postgres, started again whenever it dies, on the same port. */
final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final long RETRY_MILLIS = 500;

  private final DatabaseSettings settings;
  private final DataDirectory directory;
  private final String password;
  private final String writerPassword;
  private final String readerPassword;
  private final ScheduledExecutorService supervisor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("postgres-supervisor").factory());
  private final int port;
  private PostgresServer server;
  private boolean closed;
  private boolean restarting;

  private EmbeddedDatabase(DatabaseSettings settings, DataDirectory directory) throws IOException {
    this.settings = settings;
    this.directory = directory;
    this.password = directory.password();
    this.writerPassword = directory.writerPassword();
    this.readerPassword = directory.readerPassword();
    directory.stopOrphan();
    this.server = PostgresServer.start(directory, settings.port(), settings);
    this.port = server.port();
  }

  /**
   * Starts the server.
   *
   * @throws UncheckedIOException if it does not start
   * @throws IllegalStateException if the folder is in use, or the port answers for another server
   */
  static EmbeddedDatabase start(DatabaseSettings settings) {
    try {
      DataDirectory directory = DataDirectory.take(settings.directory());
      try {
        EmbeddedDatabase database = new EmbeddedDatabase(settings, directory);
        database.watch();
        return database;
      } catch (IOException | RuntimeException e) {
        directory.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Postgres does not start on " + settings.directory(), e);
    }
  }

  /** For the service: a role that can neither change nor delete what is recorded. */
  JdbcConnectionDetails writer() {
    return new Role(url(), PostgresServer.WRITER, writerPassword);
  }

  /** For tools of runs: a role that can read the world's tables alone. */
  JdbcConnectionDetails reader() {
    return new Role(url(), WorldLoader.READER, readerPassword);
  }

  /** For migrations alone. */
  FlywayConnectionDetails owner() {
    return new Migrator(url(), password);
  }

  private String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  private record Role(String url, String name, String password) implements JdbcConnectionDetails {
    @Override
    public String getUsername() {
      return name;
    }

    @Override
    public String getPassword() {
      return password;
    }

    @Override
    public String getJdbcUrl() {
      return url;
    }
  }

  private record Migrator(String url, String password) implements FlywayConnectionDetails {
    @Override
    public String getUsername() {
      return "postgres";
    }

    @Override
    public String getPassword() {
      return password;
    }

    @Override
    public String getJdbcUrl() {
      return url;
    }
  }

  private synchronized void watch() throws IOException {
    ProcessHandle postmaster =
        directory.postmaster().orElseThrow(() -> new IOException("Postgres ended at once"));
    var unused = postmaster.onExit().thenRunAsync(this::restart, supervisor);
  }

  private synchronized void restart() {
    if (closed) {
      return;
    }
    if (!restarting) {
      LOG.warn("Postgres ended; starting it again");
    }
    try {
      server.close();
      directory.stopOrphan();
      server = PostgresServer.start(directory, port, settings);
      watch();
      restarting = false;
      LOG.info("Postgres is back");
    } catch (IOException | RuntimeException e) {
      if (!restarting) {
        LOG.error("Postgres does not start; trying again: {}", e.getMessage());
      }
      restarting = true;
      var unused = supervisor.schedule(this::restart, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Stops the server; its data stays. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    supervisor.shutdownNow();
    try {
      server.close();
    } finally {
      directory.close();
    }
  }
}
