package glassbox.audit.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import glassbox.audit.AuditClient;
import glassbox.audit.FreshDirectory;
import glassbox.audit.Ids;
import glassbox.audit.Samples;
import glassbox.audit.month.Months;
import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunProof;
import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.checkpoint.LogKeys;
import glassbox.ledger.checkpoint.VerifiedCheckpoint;
import glassbox.ledger.checkpoint.WitnessPolicy;
import glassbox.ledger.log.LogVerdict;
import glassbox.ledger.log.LogVerifier;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.InclusionProof;
import glassbox.ledger.run.RunRecordHash;
import glassbox.ledger.tile.FileTiles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** A log of its own: an empty database of the tests' server, and an empty folder. */
final class LogBench implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Of a key that only these tests have. */
  static final RowSeal SEALS = new RowSeal(new SecretKeySpec(new byte[32], "HmacSHA256"));

  final Path home;
  final String url;
  final String password;
  final HikariDataSource database;
  final JdbcTemplate jdbc;

  private LogBench(Path home, String url, String password) {
    this.home = home;
    this.url = url;
    this.password = password;
    database = pool(url, password);
    jdbc = new JdbcTemplate(database);
  }

  static LogBench fresh(FlywayConnectionDetails server) {
    return fresh(new LogDatabases(server), nextName());
  }

  private static LogBench fresh(LogDatabases databases, String name) {
    databases.create(name);
    return of(databases, name);
  }

  /**
   * A copy of a log with a history, which is made once on a server.
   *
   * @param history by this name, the same always
   */
  static LogBench copy(FlywayConnectionDetails server, String name, Consumer<LogBench> history) {
    LogDatabases databases = new LogDatabases(server);
    String made = "log_with_" + name;
    if (!databases.exists(made)) {
      try (LogBench bench = fresh(databases, made)) {
        history.accept(bench);
      }
    }
    String next = nextName();
    databases.copy(made, next);
    LogBench copy = of(databases, next);
    try {
      FileSystemUtils.copyRecursively(FreshDirectory.at(made), copy.home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  private static String nextName() {
    return "log_" + NUMBER.incrementAndGet();
  }

  private static LogBench of(LogDatabases databases, String name) {
    return new LogBench(FreshDirectory.empty(name), databases.url(name), databases.password());
  }

  /** The bench that another process made. */
  static LogBench existing(Path home, String url, String password) {
    return new LogBench(home, url, password);
  }

  private static HikariDataSource pool(String url, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("postgres");
    config.setPassword(password);
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  LogSettings settings() {
    return settings(List.of(), List.of());
  }

  LogSettings settings(List<String> oldKeys, List<String> witnesses) {
    return new LogSettings(
            home.resolve("log"),
            null,
            null,
            "example.org/log",
            oldKeys,
            witnesses,
            Duration.ofSeconds(1),
            1000,
            Duration.ofHours(1),
            Duration.ofSeconds(5))
        .beside(home);
  }

  /** Records a run past the service, as the service stores it. */
  UUID record() {
    return record(jdbc);
  }

  static UUID record(JdbcTemplate jdbc) {
    return record(jdbc, Ids.undated());
  }

  static UUID record(JdbcTemplate jdbc, UUID id) {
    RunEnvelope envelope = Samples.run("tenant", List.of(Samples.block(id, 0, 2))).envelope();
    String json = AuditClient.JSON.writeValueAsString(envelope);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    String hash = RunRecordHash.of(json);
    byte[] seal =
        SEALS.of(
            SealedTable.RUNS,
            List.of(
                id,
                "tenant",
                "GENERATE",
                "demo",
                Samples.STARTED,
                "UNGATED",
                2,
                0.0,
                0.0,
                hash,
                "[]",
                now,
                false));
    jdbc.update(
        """
        insert into runs (run_id, tenant, kind, federation, started_at, decision, tokens,
          max_residual, median_residual, record_hash, envelope, shares, recorded_at, content_kept,
          seal)
        values (?, 'tenant', 'GENERATE', 'demo', ?::timestamptz, 'UNGATED', 2, 0, 0, ?, ?, '[]',
          ?::timestamptz, false, ?)
        """,
        id,
        Samples.STARTED.toString(),
        hash,
        json,
        now.toString(),
        seal);
    return id;
  }

  /** Records runs in one transaction, in this order. */
  List<UUID> record(int count) {
    List<UUID> runs = new ArrayList<>();
    new TransactionTemplate(new JdbcTransactionManager(database))
        .executeWithoutResult(status -> IntStream.range(0, count).forEach(i -> runs.add(record())));
    return runs;
  }

  /** Does some steps in a session of its own, which then ends as if it was killed. */
  void inSession(Consumer<LogSession> steps) {
    try (LogFiles files = LogFiles.take(logFolder());
        LogSession session =
            LogSession.open(database, files, settings(), Clock.systemUTC(), SEALS)) {
      steps.accept(session);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A whole integration. */
  void integrate() {
    inSession(session -> session.integrate(1000));
  }

  TransparencyLog log() {
    return log(settings());
  }

  TransparencyLog log(LogSettings settings) {
    return new TransparencyLog(
        database,
        settings,
        Clock.systemUTC(),
        new LogMeters(new SimpleMeterRegistry()),
        SEALS,
        List.of(new LogRowAudit(SEALS)));
  }

  /** Starts it over what is there, and stops it: throws if it refuses. */
  void startAndStop() {
    TransparencyLog log = log();
    log.start();
    log.stop();
  }

  /** Edits as a superuser can: the triggers are off. */
  void edit(String statement) {
    jdbc.execute(
        "set session_replication_role = replica; "
            + statement
            + "; set session_replication_role = origin");
  }

  Path logFolder() {
    return home.resolve("log");
  }

  LogReader reader() {
    return new LogReader(new FileTiles(logFolder()));
  }

  long indexOf(UUID run) {
    return new LogPlaces(
            jdbc, new Months(jdbc, new JdbcTransactionManager(database), Clock.systemUTC(), SEALS))
        .indexOf(run, "tenant");
  }

  VerifiedCheckpoint checkpoint() {
    return verify(reader().checkpoint());
  }

  VerifiedCheckpoint verify(byte[] checkpoint) {
    try {
      LogKeys keys = LogKeys.parse(Files.readString(home.resolve("log-verifier.pub")));
      return new CheckpointVerifier("example.org/log", keys, WitnessPolicy.NONE).verify(checkpoint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the run's proof holds, judged as an outsider does. */
  LogVerdict judge(UUID run) {
    RunProof proof = reader().proof(indexOf(run), null);
    VerifiedCheckpoint checkpoint = verify(proof.checkpoint().getBytes(StandardCharsets.UTF_8));
    return LogVerifier.inclusion(
        checkpoint,
        HexFormat.of().parseHex(proof.entry()),
        new InclusionProof(
            proof.index(),
            checkpoint.head().size(),
            proof.inclusion().stream().map(Hash::ofHex).toList()));
  }

  @Override
  public void close() {
    database.close();
  }
}
