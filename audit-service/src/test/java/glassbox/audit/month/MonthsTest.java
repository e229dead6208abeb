package glassbox.audit.month;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Ids;
import glassbox.audit.Owner;
import glassbox.audit.Samples;
import glassbox.ledger.block.TokenBlock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@AuditTest
class MonthsTest {
  private static final String[] TABLES = {
    "runs", "blocks", "run_blocks", "contents", "content_keys"
  };

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private Months months;
  @Autowired private FlywayConnectionDetails ownerDetails;
  private AuditClient audit;

  @BeforeEach
  void connect() {
    audit = new AuditClient(port);
  }

  @Test
  void takesTheMonthFromTheId() {
    assertThat(RunMonth.of(Ids.at("2026-10-31T23:59:59.999Z"))).contains(YearMonth.of(2026, 10));
    assertThat(RunMonth.of(Ids.at("2026-11-01T00:00:00Z"))).contains(YearMonth.of(2026, 11));
    assertThat(RunMonth.of(UUID.randomUUID())).isEmpty();
  }

  @Test
  void databaseAndServiceAgreeOnEveryMonth() {
    List<Object[]> months =
        jdbc.query(
            """
            select m::date::text as first, first_id(m::date) as low,
              first_id((m + interval '1 month')::date) as next, month_of(first_id(m::date)) = m::date
                and month_of(first_id((m + interval '1 month - 1 millisecond')::date)) = m::date
                as agrees
            from generate_series(timestamp '1970-01-01', timestamp '2199-12-01', '1 month') as m
            """,
            (row, number) ->
                new Object[] {
                  row.getString("first"),
                  row.getObject("low", UUID.class),
                  row.getObject("next", UUID.class),
                  row.getBoolean("agrees")
                });
    assertThat(months).hasSize(230 * 12);
    for (Object[] row : months) {
      YearMonth month = YearMonth.parse(row[0].toString().substring(0, 7));
      assertThat(row[3]).as("month_of within %s", month).isEqualTo(true);
      assertThat(row[1]).isEqualTo(idOf(month));
      assertThat(row[2]).isEqualTo(idOf(month.plusMonths(1)));
      String last = Instant.parse(month.plusMonths(1).atDay(1) + "T00:00:00Z").minusMillis(1) + "";
      assertThat(RunMonth.of(Ids.at(month.atDay(1) + "T00:00:00Z"))).contains(month);
      assertThat(RunMonth.of(Ids.at(last))).contains(month);
    }
  }

  private static UUID idOf(YearMonth month) {
    return new UUID(month.atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1000 << 16, 0);
  }

  @Test
  void keepsARunWithAllOfItsRowsInTheMonthOfItsId() {
    UUID id = Ids.at("2023-03-31T23:59:59Z");
    assertThat(record(id)).isEqualTo(201);
    for (String table : TABLES) {
      assertThat(partitions(table, id)).as(table).containsOnly(table + "_2023_03");
    }
    assertThat(record(id)).as("once only").isEqualTo(200);
    assertThat(partitions("runs", id)).hasSize(1);
    assertThat(partitions("blocks", id)).hasSize(1);
  }

  @Test
  void keepsIdsWithoutATimeApart() {
    UUID id = UUID.randomUUID();
    record(id);
    for (String table : TABLES) {
      assertThat(partitions(table, id)).as(table).containsOnly(table + "_undated");
    }
  }

  @Test
  void hasPartitionsBeforeTheirMonthComes() {
    months.makeAhead();
    YearMonth now = YearMonth.from(Instant.now().atOffset(ZoneOffset.UTC));
    for (int ahead = 0; ahead <= 2; ahead++) {
      String suffix = now.plusMonths(ahead).toString().replace('-', '_');
      for (String table : TABLES) {
        assertThat(jdbc.queryForObject("select to_regclass(?)", String.class, table + "_" + suffix))
            .isNotNull();
      }
    }
  }

  @Test
  void takesNoRunOfTheFuture() {
    UUID id = Ids.at("2199-01-01T00:00:00Z");
    AuditClient.Answer answer = audit.postBlock(Samples.bytes(Samples.block(id, 0, 2)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:invalid-request");
  }

  @Test
  void movesWhatCameBeforeItsMonthHadAPartition() {
    UUID id = Ids.at("2011-05-05T00:00:00Z");
    try (Owner owner = Owner.of(ownerDetails)) {
      owner.jdbc().update("insert into contents (run_id, part, sealed) values (?, 'x', '')", id);
      assertThat(partitions("contents", id)).containsExactly("contents_undated");
      jdbc.query("select make_month('2011-05-01')", row -> {});
      assertThat(partitions("contents", id)).containsExactly("contents_2011_05");
      owner.jdbc().update("delete from contents where run_id = ?", id);
    }
  }

  @Test
  void guardsEveryPartitionAsItsTable() {
    List<String> unguarded =
        jdbc.queryForList(
            """
            select i.inhrelid::regclass || ' ' || t.tgname from pg_inherits i
            join pg_partitioned_table p on p.partrelid = i.inhparent
            join pg_class c on c.oid = i.inhrelid and c.relkind = 'r'
            join pg_trigger t on t.tgrelid = i.inhparent
            where not exists (
              select from pg_trigger mine
              where mine.tgrelid = i.inhrelid and mine.tgname = t.tgname)
            """,
            String.class);
    assertThat(unguarded).isEmpty();
  }

  private int record(UUID id) {
    TokenBlock block = Samples.block(id, 0, 3);
    audit.postBlock(Samples.bytes(block));
    return audit.postJson("/v1/runs", Samples.run("months", List.of(block))).status();
  }

  private List<String> partitions(String table, UUID id) {
    return jdbc.queryForList(
        "select tableoid::regclass::text from " + table + " where run_id = ?", String.class, id);
  }
}
