package glassbox.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.ledger.checkpoint.VerifiedCheckpoint;
import glassbox.ledger.log.LogVerdict;
import glassbox.ledger.log.LogVerifier;
import glassbox.ledger.merkle.ConsistencyProof;
import glassbox.ledger.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class IntegrationTest extends LogTest {

  @Test
  void givesEveryRunOneLeafInTheOrderOfRecording() {
    List<UUID> runs = bench.record(300);
    bench.integrate();
    for (int i = 0; i < runs.size(); i++) {
      assertThat(bench.indexOf(runs.get(i))).isEqualTo(i);
      assertThat(bench.judge(runs.get(i))).isEqualTo(new LogVerdict.Accepted());
    }
    assertThat(bench.checkpoint().head().size()).isEqualTo(300);
    bench.startAndStop();
  }

  @Test
  void provesThatTheLogOnlyGrew() {
    List<VerifiedCheckpoint> seen = new ArrayList<>();
    for (int size : new int[] {0, 1, 2, 6, 57, 200, 3}) {
      bench.record(size);
      bench.integrate();
      seen.add(bench.checkpoint());
    }
    VerifiedCheckpoint last = seen.getLast();
    for (VerifiedCheckpoint earlier : seen) {
      long from = earlier.head().size();
      List<Hash> proof =
          bench.reader().proof(0, from).consistency().stream().map(Hash::ofHex).toList();
      assertThat(
              LogVerifier.consistency(
                  earlier, last, new ConsistencyProof(from, last.head().size(), proof)))
          .isEqualTo(new LogVerdict.Accepted());
    }
    assertThat(bench.jdbc.queryForList("select size from log_checkpoints", Long.class))
        .containsExactly(0L, 1L, 3L, 9L, 66L, 266L, 269L);
  }

  @Test
  void takesARunThatCommitsAfterLaterOnes() throws Exception {
    try (Connection slow = bench.database.getConnection()) {
      slow.setAutoCommit(false);
      JdbcTemplate slowly = new JdbcTemplate(new SingleConnectionDataSource(slow, true));
      UUID late = LogBench.record(slowly);
      List<UUID> runs = new ArrayList<>();
      bench.inSession(
          session -> {
            for (int round = 0; round < 5; round++) {
              runs.add(bench.record());
              session.integrate(10);
            }
            commit(slow);
            session.integrate(10);
            runs.add(late);
            for (int round = 0; round < 5; round++) {
              runs.add(bench.record());
              session.integrate(10);
            }
          });
      for (int i = 0; i < runs.size(); i++) {
        assertThat(bench.indexOf(runs.get(i))).isEqualTo(i);
      }
    }
  }

  private static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void makesAKeyOnlyItsOwnerReads() throws Exception {
    bench.integrate();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(bench.home.resolve("log-signing.key"))))
        .isEqualTo("rw-------");
    assertThat(Files.readString(bench.home.resolve("log-verifier.pub")))
        .startsWith("0 - example.org/log+");
  }

  @Test
  void refusesASecondProcessOnTheFolderOrTheDatabase() {
    bench.integrate();
    bench.inSession(
        session ->
            assertThatThrownBy(() -> bench.startAndStop())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another audit-service"));
    bench.startAndStop();
  }

  @Test
  void servesTheCheckpointItSignedByteForByte() {
    bench.record(3);
    bench.integrate();
    String kept =
        bench.jdbc.queryForObject(
            "select note from log_checkpoints order by number desc limit 1", String.class);
    assertThat(new String(bench.reader().checkpoint(), StandardCharsets.UTF_8)).isEqualTo(kept);
  }
}
