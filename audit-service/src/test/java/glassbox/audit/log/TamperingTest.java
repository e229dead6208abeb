package glassbox.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.ledger.run.RunRecordHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TamperingTest extends LogTest {
  private static final String RUN_5 = runAt(5);

  private static String runAt(int index) {
    return "run_id = (select record_id from log_entries where index = " + index + ")";
  }

  /** 300 runs in two checkpoints. */
  @BeforeEach
  @Override
  void begin() {
    bench =
        copy(
            "two_checkpoints",
            made -> {
              made.record(10);
              made.integrate();
              made.record(290);
              made.integrate();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update runs set envelope = replace(envelope, '"demo"', '"omed"') where RUN_5 | entry 5
          update runs set envelope = 'x' where RUN_5                                   | entry 5
          update runs set envelope = replace(envelope, '"domain":null', '"bomain":null') where RUN_5 | entry 5
          update runs set record_hash = repeat('ab', 32) where RUN_5                   | entry 5
          update runs set tenant = 'thief' where RUN_5                                 | column tenant
          update runs set started_at = now() where RUN_5                               | column started_at
          update runs set decision = 'COMMITTED' where RUN_5                           | column decision
          delete from runs where RUN_5                                                 | entry 5
          update log_entries set record_hash = sha256('x') where index = 5             | entry 5
          update log_entries set record_id = gen_random_uuid() where index = 5            | entry 5
          delete from log_entries where index = 5                                      | entries 5 to 5
          delete from log_entries where index >= 5                                     | entries 5 to 299
          update log_checkpoints set note = replace(note, '=', 'A') where number = 1   | checkpoint 1
          delete from log_checkpoints where number = 1                                 | checkpoint 2
          delete from log_checkpoints where number = 2                                 | not in the database
          delete from log_checkpoints                                                  | database has none
          """)
  void refusesToStartOverAnEditedDatabase(String statement, String named) {
    bench.edit(statement.replace("RUN_5", RUN_5));
    assertThatThrownBy(() -> bench.startAndStop())
        .isInstanceOf(LogInconsistentException.class)
        .hasMessageContaining(named);
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 256, 1_040})
  void namesTheEntryFarDownALongLog(int index) {
    bench.close();
    bench =
        copy(
            "many_runs",
            made -> {
              made.record(1_050);
              made.integrate();
              made.integrate();
            });
    bench.edit("update runs set envelope = 'x' where " + runAt(index));
    assertThatThrownBy(() -> bench.startAndStop())
        .isInstanceOf(LogInconsistentException.class)
        .hasMessageContaining("entry " + index + ":")
        .hasMessageNotContaining("more)");
  }

  @Test
  void findsARunWhoseHashWasMadeToFit() {
    String json =
        bench.jdbc.queryForList("select envelope from runs limit 1", String.class).getFirst();
    String forged = json.replace("\"demo\"", "\"omed\"");
    String hash = RunRecordHash.of(forged);
    bench.edit(
        ("update runs set envelope = '%s', record_hash = '%s', federation = 'omed'"
                + " where envelope = '%s'")
            .formatted(forged, hash, json));
    bench.edit(
        "update log_entries e set record_hash = decode(r.record_hash, 'hex')"
            + " from runs r where r.run_id = e.record_id");
    assertThatThrownBy(() -> bench.startAndStop())
        .isInstanceOf(LogInconsistentException.class)
        .hasMessageMatching(".*(is not as it was sequenced|another one in the bundle).*");
  }

  @Test
  void findsARunThatWasKeptFromTheLog() {
    bench.jdbc.execute("alter table runs disable trigger queue_for_log");
    UUID hidden = bench.record();
    bench.jdbc.execute("alter table runs enable trigger queue_for_log");
    assertThatThrownBy(() -> bench.startAndStop())
        .isInstanceOf(LogInconsistentException.class)
        .hasMessageContaining(hidden.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/000",
        "tile/0/001.p/44",
        "tile/1/000.p/1",
        "tile/entries/000",
        "tile/entries/001.p/44",
        "checkpoint"
      })
  void refusesToStartOverAFlippedBit(String file) throws IOException {
    Path path = bench.logFolder().resolve(file);
    byte[] bytes = Files.readAllBytes(path);
    for (int at : new int[] {0, bytes.length / 2, bytes.length - 2}) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= 1;
      Files.write(path, flipped);
      assertThatThrownBy(() -> bench.startAndStop())
          .as("byte %d of %s", at, file)
          .isInstanceOf(LogInconsistentException.class);
    }
    Files.delete(path);
    assertThatThrownBy(() -> bench.startAndStop()).isInstanceOf(LogInconsistentException.class);
    Files.write(path, bytes);
    bench.startAndStop();
  }

  @Test
  void signsNothingOverAnEnvelopeEditedBeforeItsTurn() {
    UUID next = bench.record();
    bench.edit("update runs set envelope = '{}' where run_id = '" + next + "'");
    assertThatThrownBy(() -> bench.integrate())
        .isInstanceOf(LogInconsistentException.class)
        .hasMessageContaining(next.toString());
    assertThat(bench.checkpoint().head().size()).isEqualTo(300);
  }

  @Test
  void signsNothingOverTilesEditedWhileItRuns() throws IOException {
    Path tile = bench.logFolder().resolve("tile/1/000.p/1");
    byte[] bytes = Files.readAllBytes(tile);
    bench.record();
    bench.inSession(
        session -> {
          flip(tile, bytes);
          assertThatThrownBy(() -> session.integrate(10))
              .isInstanceOf(LogInconsistentException.class);
        });
    assertThat(bench.checkpoint().head().size()).isEqualTo(300);
  }

  private static void flip(Path file, byte[] bytes) {
    byte[] flipped = bytes.clone();
    flipped[10] ^= 4;
    try {
      Files.write(file, flipped);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void haltsOnAFindingAndGoesOnWhenItIsMended() {
    TransparencyLog log = bench.log();
    log.start();
    try {
      assertThat(log.verify().findings()).isEmpty();
      bench.edit("update runs set tenant = 'thief' where " + RUN_5);
      List<LogVerification.Finding> findings = log.verify().findings();
      assertThat(findings).hasSize(1);
      assertThat(findings.getFirst().index()).isEqualTo(5);
      assertThat(log.inconsistency()).hasValueSatisfying(why -> assertThat(why).contains("tenant"));
      assertThat(new LogHealthIndicator(log).health().getStatus().getCode()).isEqualTo("DOWN");
      bench.record();
      log.integrate();
      assertThat(bench.checkpoint().head().size()).isEqualTo(300);

      bench.edit("update runs set tenant = 'tenant' where " + RUN_5);
      assertThat(log.verify().consistent()).isTrue();
      log.integrate();
      assertThat(bench.checkpoint().head().size()).isEqualTo(301);
      assertThat(new LogHealthIndicator(log).health().getStatus().getCode()).isEqualTo("UP");
    } finally {
      log.stop();
    }
  }
}
