package glassbox.audit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Owner;
import glassbox.audit.Samples;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@AuditTest
class JournalTest {
  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private DataSource database;
  @Autowired private JournalHeadAudit heads;
  @Autowired private FlywayConnectionDetails ownerDetails;
  private AuditClient audit;
  private Owner owner;

  @BeforeEach
  void readAndRaise() {
    audit = new AuditClient(port);
    byte[] bad = Samples.bytes(Samples.block(UUID.randomUUID(), 2, 5, 0.489));
    audit.postBlock(bad);
    for (UUID alarm : jdbc.queryForList("select id from alarms", UUID.class)) {
      audit.postJson("/v1/alarms/" + alarm + "/acknowledge", "");
    }
    read(3);
    owner = Owner.of(ownerDetails).withoutGuards();
    for (String table : List.of("journal", "audit_reads", "alarms", "alarm_acknowledgements")) {
      owner.jdbc().execute("create table kept_" + table + " as select * from " + table);
    }
  }

  private void read(int times) {
    for (int i = 0; i < times; i++) {
      audit.get("/v1/runs?tenant=journal");
    }
  }

  @AfterEach
  void putBack() {
    for (String table : List.of("journal", "audit_reads", "alarms", "alarm_acknowledgements")) {
      owner
          .jdbc()
          .execute(
              "insert into " + table + " select * from kept_" + table + " on conflict do nothing");
      owner.jdbc().execute("drop table kept_" + table);
    }
    owner.close();
    assertThat(findings()).isEqualTo("[]");
  }

  /** The database's one moment is over when the head moves on: that is no line that is missing. */
  @Test
  void aReadWhileTheDatabaseIsVerifiedIsNotMissing() {
    TransactionTemplate moment = new TransactionTemplate(new JdbcTransactionManager(database));
    moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    moment.setReadOnly(true);
    List<String> found = new ArrayList<>();
    moment.executeWithoutResult(
        status -> {
          Long lines = jdbc.queryForObject("select count(*) from journal", Long.class);
          read(2);
          assertThat(jdbc.queryForObject("select count(*) from journal", Long.class))
              .as("a moment")
              .isEqualTo(lines);
          heads.checkRest(jdbc, (run, message) -> found.add(message));
        });
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "audit_reads, id, READ",
    "alarms, id, ALARM",
    "alarm_acknowledgements, alarm_id, ACKNOWLEDGEMENT"
  })
  void missesARowThatTheOwnerOfTheDatabaseDeletes(String table, String key, String kind) {
    assertThat(findings()).isEqualTo("[]");
    UUID id =
        owner
            .jdbc()
            .queryForList(
                "select id from journal where kind = ? order by number desc limit 1",
                UUID.class,
                kind)
            .getFirst();
    owner.jdbc().update("delete from " + table + " where " + key + " = ?", id);
    assertThat(findings()).contains(id.toString()).contains("is not there");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void missesALineThatIsDeletedWithItsRowAlsoTheLast(int fromTheEnd) {
    assertThat(findings()).isEqualTo("[]");
    long number =
        owner
            .jdbc()
            .queryForList("select number from journal order by number desc", Long.class)
            .get(fromTheEnd);
    delete(number);
    assertThat(findings()).contains("1 lines of the journal are missing");
    read(4);
    assertThat(findings())
        .as("no later line takes the number")
        .contains("1 lines of the journal are missing");
  }

  private void delete(long number) {
    owner
        .jdbc()
        .update(
            "delete from audit_reads where id = (select id from journal where number = ?)", number);
    owner.jdbc().update("delete from journal where number = ?", number);
  }

  @Test
  void numbersReadsOfManyAtOnceWithoutGaps() throws Exception {
    try (ExecutorService readers = Executors.newFixedThreadPool(8)) {
      List<Future<?>> reads =
          IntStream.range(0, 64).<Future<?>>mapToObj(i -> readers.submit(() -> read(1))).toList();
      for (Future<?> one : reads) {
        one.get();
      }
    }
    assertThat(jdbc.queryForObject("select max(number) + 1 - count(*) from journal", Long.class))
        .isZero();
    assertThat(
            jdbc.queryForObject(
                "select count(*) from audit_reads r where not exists (select from journal j where"
                    + " j.kind = 'READ' and j.id = r.id)",
                Long.class))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"update journal set detail = 'x'", "delete from journal"})
  void theServiceCannotChangeIt(String statement) {
    assertThatThrownBy(() -> jdbc.execute(statement))
        .rootCause()
        .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("42501"));
  }

  private String findings() {
    return audit.postJson("/v1/log/verifications", "{}").json().path("findings").toString();
  }
}
