package glassbox.audit.content;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import glassbox.audit.AuditTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A new master key takes over, also when the process is killed on the way. */
@AuditTest
class MasterKeyRotationTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final int RUNS = 300;
  private static final int KILLS = 4;

  @TempDir Path folder;
  @Autowired private FlywayConnectionDetails server;
  private HikariDataSource database;
  private Bench bench;
  private final Map<UUID, byte[]> texts = new HashMap<>();

  /** A database with its keys. */
  record Bench(HikariDataSource database, ContentSettings settings) {
    JdbcTemplate jdbc() {
      return new JdbcTemplate(database);
    }

    MasterKeyTable table() {
      return new MasterKeyTable(jdbc());
    }

    MasterKeys keys() {
      return new MasterKeyOpening(settings, table()).open();
    }

    MasterKeyRotation rotation() {
      MasterKeys keys = keys();
      TransactionTemplate transaction =
          new TransactionTemplate(new JdbcTransactionManager(database));
      JdbcTemplate jdbc = jdbc();
      MasterKeyTable table = new MasterKeyTable(jdbc);
      Contents contents = new Contents(jdbc, keys, Clock.systemUTC(), table.seal(keys));
      return new MasterKeyRotation(keys, table, contents, transaction, settings.oldMasterKeyFile());
    }
  }

  @BeforeEach
  void recordUnderAKey() {
    String name = "rotation_" + NUMBER.incrementAndGet();
    String url = requireNonNull(server.getJdbcUrl());
    try (HikariDataSource admin = source(url)) {
      new JdbcTemplate(admin).execute("create database " + name);
    }
    database = source(url.replaceAll("/[^/]*$", "/" + name));
    Flyway.configure().dataSource(database).load().migrate();
    bench = new Bench(database, new ContentSettings(folder.resolve("master.key"), null));
    MasterKeys keys = bench.keys();
    bench.table().seal(keys);
    for (int i = 0; i < RUNS; i++) {
      UUID run = UUID.randomUUID();
      byte[] text = ("text " + i).getBytes(StandardCharsets.US_ASCII);
      DataKey key = keys.newKey(run);
      bench
          .jdbc()
          .update("insert into content_keys values (?, ?, ?)", run, key.wrapped(), keys.number());
      bench
          .jdbc()
          .update("insert into contents values (?, 'text', ?)", run, key.seal("text", text));
      texts.put(run, text);
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private HikariDataSource source(String url) {
    return source(url, String.valueOf(server.getUsername()), String.valueOf(server.getPassword()));
  }

  private static HikariDataSource source(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  private Bench withNewKey() throws IOException {
    Path old = folder.resolve("master.old");
    if (!Files.exists(old)) {
      Files.move(folder.resolve("master.key"), old);
    }
    return new Bench(bench.database, new ContentSettings(folder.resolve("master.key"), old));
  }

  @Test
  void wrapsEveryKeyAnewAndDestroysTheOldOne() throws Exception {
    byte[] seal = bench.table().seal(bench.keys()).owner(new UUID(1, 2), "t");
    Bench rotating = withNewKey();
    assertThat(rotating.keys().number()).isEqualTo(2);
    assertReadable(rotating);
    rotating.rotation().turn(7);
    assertThat(folder.resolve("master.old")).doesNotExist();
    assertThat(rotating.table().notUnder(2)).isZero();
    Bench after = new Bench(bench.database, bench.settings);
    assertReadable(after);
    assertThat(after.table().seal(after.keys()).owner(new UUID(1, 2), "t"))
        .as("seals stay")
        .isEqualTo(seal);
  }

  @Test
  void goesOnWhereItWasKilled() throws Exception {
    Random random = new Random(7);
    Bench rotating = withNewKey();
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start();
      try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
        assertThat(output.lines().anyMatch("wrapping"::equals)).isTrue();
        long end = System.nanoTime() + random.nextInt(150_000_000);
        while (System.nanoTime() < end && process.isAlive()) {
          Thread.onSpinWait();
        }
      } finally {
        process.destroyForcibly();
        process.waitFor();
      }
      assertThat(bench.jdbc().queryForObject("select count(*) from content_keys", Long.class))
          .as("no key is lost, none is there twice")
          .isEqualTo(RUNS + 1L);
    }
    withNewKey().rotation().turn(50);
    assertThat(folder.resolve("master.old")).doesNotExist();
    assertThat(rotating.table().notUnder(2)).isZero();
    assertReadable(new Bench(bench.database, bench.settings));
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Rotator.class.getName(),
            bench.database.getJdbcUrl(),
            String.valueOf(server.getUsername()),
            String.valueOf(server.getPassword()),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** A process that wraps key by key until it is killed. */
  static final class Rotator {
    public static void main(String[] args) {
      Path folder = Path.of(args[3]);
      Bench bench =
          new Bench(
              source(args[0], args[1], args[2]),
              new ContentSettings(folder.resolve("master.key"), folder.resolve("master.old")));
      MasterKeyRotation rotation = bench.rotation();
      System.out.println("wrapping");
      rotation.turn(1);
    }
  }

  @Test
  void takesNoKeyThatMayNotFollow() throws Exception {
    Path old = folder.resolve("master.old");
    Files.move(folder.resolve("master.key"), old);
    Files.writeString(folder.resolve("master.key"), "ab".repeat(32));
    assertThatThrownBy(() -> bench.keys()).hasMessageContaining("holds another master key");
    Files.writeString(folder.resolve("other.old"), "cd".repeat(32));
    ContentSettings wrong =
        new ContentSettings(folder.resolve("master.key"), folder.resolve("other.old"));
    assertThatThrownBy(() -> new Bench(bench.database, wrong).keys())
        .isInstanceOf(MasterKeyException.class);
    Bench rotating = withNewKey();
    assertThat(rotating.keys().number()).isEqualTo(2);
    assertThatThrownBy(() -> bench.keys())
        .as("texts are left under the old one")
        .hasMessageContaining("old-master-key-file");
    rotating.rotation().turn(100);
    Files.writeString(old, "ab".repeat(32));
    assertThat(bench.keys().number()).isEqualTo(2);
  }

  private void assertReadable(Bench now) {
    MasterKeys keys = now.keys();
    texts.forEach(
        (run, text) -> {
          List<byte[]> sealed =
              now.jdbc()
                  .queryForList("select sealed from contents where run_id = ?", byte[].class, run);
          MasterKeyTable.Wrapped key = now.table().find(run).getFirst();
          assertThat(keys.unwrap(run, key.bytes(), key.master()).open("text", sealed.getFirst()))
              .isEqualTo(text);
        });
  }
}
