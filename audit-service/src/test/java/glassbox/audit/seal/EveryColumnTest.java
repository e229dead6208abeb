package glassbox.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Certified;
import glassbox.audit.Ids;
import glassbox.audit.Owner;
import glassbox.audit.Samples;
import glassbox.audit.content.TestSeals;
import glassbox.contracts.analytics.RoyaltyRequest;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.run.RetentionRecord;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * A superuser edits any one column of any one row: the verification finds it. The columns come from
 * the database's own catalogue, so one that is added later is edited here too.
 */
@AuditTest
class EveryColumnTest {
  private static final long SEED = 20_261_128;

  /** Tables that the verification leaves out, with the reason. */
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "flyway_schema_history", "Flyway's own; it compares checksums with the migrations",
          "analytics_pending", "what is to be counted yet; what was counted is counted again");

  /** Columns that the verification leaves out, with the reason. */
  private static final Map<String, String> MEANINGLESS =
      Map.of("log_queue.position", "the order of arrival; an entry's place is its index");

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private FlywayConnectionDetails ownerDetails;
  private final Random random = new Random(SEED);
  private AuditClient audit;

  @BeforeEach
  void recordSomethingOfEachKind() {
    audit = new AuditClient(port);
    for (int i = 0; i < 3; i++) {
      UUID id = i == 0 ? UUID.randomUUID() : Ids.at("2025-0" + i + "-07T00:00:00Z");
      List<TokenBlock> blocks = List.of(Samples.block(id, 0, 3), Samples.block(id, 2, 4));
      blocks.forEach(block -> audit.postBlock(Samples.bytes(block)));
      audit.postJson("/v1/runs", Samples.run("columns", blocks));
      if (i == 1) {
        audit.delete("/v1/runs/" + id + "/content?by=officer&tenant=columns");
      }
    }
    TokenBlock certified = Certified.block(UUID.randomUUID(), List.of(0.1, 0.2, 0.3));
    audit.postBlock(Samples.bytes(certified));
    audit.postJson(
        "/v1/runs",
        Certified.run(
            "columns", Samples.STARTED, certified, null, Certified.certificate(certified, 0.5)));
    audit.postBlock(Samples.bytes(Samples.block(UUID.randomUUID(), 0, 2)));
    audit.send(
        audit
            .request("/v1/runs?tenant=columns&run=" + UUID.randomUUID())
            .header("X-Glassbox-Purpose", "a review")
            .GET());
    addWhatIsBesideTheLog();
    addWhatOnlySettingsMake();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                count("select count(*) from analytics_pending") == 0
                    && count(
                            "select count(*) from log_queue q where not exists (select from"
                                + " log_entries e where e.record_id = q.record_id)")
                        == 0);
  }

  private long count(String query) {
    Long count = jdbc.queryForObject(query, Long.class);
    return count == null ? -1 : count;
  }

  /** An alarm that was seen, and a receipt. */
  private void addWhatIsBesideTheLog() {
    byte[] bad = Samples.bytes(Samples.block(UUID.randomUUID(), 2, 5, 0.489));
    assertThat(audit.postBlock(bad).status()).isEqualTo(422);
    for (UUID alarm : jdbc.queryForList("select id from alarms", UUID.class)) {
      audit.postJson("/v1/alarms/" + alarm + "/acknowledge", "");
    }
    TokenBlock block = Samples.block(UUID.randomUUID(), 0, 6);
    audit.postBlock(Samples.bytes(block));
    audit.postJson("/v1/runs", Samples.run("columns", List.of(block)));
    assertThat(
            audit
                .postJson(
                    "/v1/analytics/royalties/receipts?tenant=columns",
                    new RoyaltyRequest(block.runId(), "fee-1", 1999, "EUR"))
                .status())
        .isEqualTo(201);
  }

  private void addWhatOnlySettingsMake() {
    RowSeal seals = TestSeals.of(jdbc);
    Instant now = Instant.parse("2026-11-01T00:00:00.000001Z");
    LocalDate month = LocalDate.of(2001, 1, 1);
    String record =
        new RetentionRecord.Builder().build(java.time.YearMonth.from(month), "none", now).json();
    jdbc.update(
        "insert into retentions (month, record, days, seal) values (?, ?, '2001-01-01', ?)"
            + " on conflict do nothing",
        Date.valueOf(month),
        record,
        seals.of(SealedTable.RETENTIONS, List.of(month, record, "2001-01-01")));
    jdbc.update(
        "insert into log_cosignatures (number, line, received_at, seal) values (0, 'x', ?, ?)"
            + " on conflict do nothing",
        now.atOffset(ZoneOffset.UTC),
        seals.of(SealedTable.COSIGNATURES, Arrays.asList(0L, "x", now)));
  }

  /** Nothing is signed after a finding, until a verification finds nothing. */
  @AfterEach
  void letTheLogGoOn() {
    assertThat(findings()).isEmpty();
  }

  private record Column(String table, String name, String type) {}

  @Test
  void findsAnEditOfAnyColumnOfAnyRow() {
    assertThat(findings()).as("before anything is edited").isEmpty();
    List<String> edited = new ArrayList<>();
    List<Edit> missed = new ArrayList<>();
    try (Owner owner = Owner.of(ownerDetails).withoutGuards()) {
      for (Column column : columns()) {
        String name = column.table + "." + column.name;
        Edit edit = edit(owner.jdbc(), column);
        try {
          if (findings().isEmpty()) {
            missed.add(edit);
          }
        } finally {
          edit.undo(owner.jdbc());
        }
        edited.add(name);
      }
    }
    assertThat(missed).as("edits that were not found").isEmpty();
    assertThat(findings()).as("after everything is put back").isEmpty();
    Set<String> tables =
        new java.util.TreeSet<>(edited.stream().map(n -> n.replaceAll("\\..*", "")).toList());
    System.out.println("edited " + edited.size() + " columns of " + tables);
    assertThat(tables)
        .contains("runs", "blocks", "run_blocks", "contents", "content_keys", "erasures")
        .contains("log_queue", "log_entries", "log_checkpoints", "retentions", "audit_reads")
        .contains("alarms", "alarm_acknowledgements", "royalty_receipts", "journal");
  }

  @Test
  void findsContentThatWasTakenAwayWithoutAnErasure() {
    assertThat(findings()).isEmpty();
    try (Owner owner = Owner.of(ownerDetails).withoutGuards()) {
      UUID run =
          owner
              .jdbc()
              .queryForList("select run_id from contents where part = 'text' limit 1", UUID.class)
              .getFirst();
      owner.jdbc().execute("create table kept_contents as select * from contents");
      owner.jdbc().execute("create table kept_keys as select * from content_keys");
      try {
        owner.jdbc().update("delete from contents where run_id = ?", run);
        owner.jdbc().update("delete from content_keys where run_id = ?", run);
        assertThat(findings().toString()).contains("no erasure is recorded");
      } finally {
        owner
            .jdbc()
            .execute("insert into contents select * from kept_contents on conflict do nothing");
        owner
            .jdbc()
            .execute("insert into content_keys select * from kept_keys on conflict do nothing");
        owner.jdbc().execute("drop table kept_contents, kept_keys");
      }
    }
    assertThat(findings()).isEmpty();
  }

  private List<Column> columns() {
    List<Column> columns =
        jdbc.query(
            """
            select c.table_name, c.column_name,
              case c.data_type when 'character' then 'bpchar' else c.data_type end as data_type
            from information_schema.columns c
            join pg_class t on t.oid = (quote_ident(c.table_name))::regclass
            where c.table_schema = current_schema() and t.relkind in ('r', 'p')
              and not t.relispartition
            order by c.table_name, c.ordinal_position
            """,
            (row, index) ->
                new Column(
                    row.getString("table_name"),
                    row.getString("column_name"),
                    row.getString("data_type")));
    return columns.stream()
        .filter(column -> !LEFT_OUT.containsKey(column.table))
        .filter(column -> !MEANINGLESS.containsKey(column.table + "." + column.name))
        .toList();
  }

  /** What was changed where; {@code place} is where the row is now. */
  private record Edit(Column column, String place, @Nullable Object before, String after) {
    void undo(JdbcTemplate superuser) {
      superuser.update(
          "update %s set %s = ?::text::%s where %s"
              .formatted(column.table, column.name, column.type, place),
          before);
    }
  }

  /** What runs that were dropped since had added up to cannot be counted again. */
  private static final String ON_COUNTED_DAYS =
      " where day not in (select unnest(string_to_array(nullif(days, ''), ','))::date"
          + " from retentions where days <> '')";

  private Edit edit(JdbcTemplate superuser, Column column) {
    List<Map<String, Object>> rows =
        superuser.queryForList(
            "select tableoid::regclass::text as part, ctid::text as at, %2$s::text as value from %1$s"
                    .formatted(column.table, column.name)
                + (column.table.startsWith("analytics_") && column.table.endsWith("_days")
                    ? ON_COUNTED_DAYS
                    : "")
                + " order by (%s is null), md5(%s::text || '%d') limit 1"
                    .formatted(column.name, column.table, random.nextInt(1_000_000)));
    assertThat(rows).as("a row of %s to edit", column.table).isNotEmpty();
    Map<String, Object> row = rows.getFirst();
    Object before = row.get("value");
    for (String after : others(column.type, before == null ? null : before.toString())) {
      try {
        List<String> places =
            superuser.query(
                "update %s set %s = ?::text::%s where %s returning tableoid::regclass::text, ctid::text"
                    .formatted(
                        column.table,
                        column.name,
                        column.type,
                        place(String.valueOf(row.get("part")), String.valueOf(row.get("at")))),
                (moved, index) -> place(moved.getString(1), moved.getString(2)),
                after);
        assertThat(places).hasSize(1);
        return new Edit(column, places.getFirst(), before, after);
      } catch (DataAccessException refusedByAConstraint) {
        continue;
      }
    }
    throw new AssertionError("no other value of " + column + " is possible");
  }

  private static String place(String partition, String row) {
    return "tableoid = '%s'::regclass and ctid = '%s'".formatted(partition, row);
  }

  /**
   * Values that differ as little as the type allows; later ones where a constraint is in the way.
   */
  private List<String> others(String type, @Nullable String value) {
    return switch (type) {
      case "uuid" -> List.of(UUID.randomUUID().toString());
      case "smallint", "integer", "bigint" -> {
        long number = value == null ? 0 : Long.parseLong(value);
        yield Stream.of(number + 1, number - 1, number + 1000, number + 1_000_000_000)
            .map(String::valueOf)
            .toList();
      }
      case "double precision" ->
          List.of(Double.toString(Math.nextUp(value == null ? 0 : Double.parseDouble(value))));
      case "boolean" -> List.of("t".equals(value) || "true".equals(value) ? "false" : "true");
      case "date" -> {
        LocalDate day = value == null ? LocalDate.EPOCH : LocalDate.parse(value);
        yield List.of(day.plusDays(1) + "", day.plusMonths(1) + "");
      }
      case "timestamp with time zone" -> List.of(later(value));
      case "bytea" -> List.of(value == null ? "\\x00" : flipped(value));
      default -> texts(value == null ? "" : value);
    };
  }

  private static String later(@Nullable String value) {
    return value == null
        ? "2026-01-01T00:00:00Z"
        : java.time.OffsetDateTime.parse(
                value.replace(' ', 'T').replaceAll("([+-][0-9]{2})$", "$1:00"))
            .plusNanos(1000)
            .toString();
  }

  private String flipped(String hex) {
    byte[] bytes = java.util.HexFormat.of().parseHex(hex.substring(2));
    if (bytes.length == 0) {
      return "\\x00";
    }
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return "\\x" + java.util.HexFormat.of().formatHex(bytes);
  }

  private List<String> texts(String value) {
    List<String> others = new ArrayList<>();
    if (!value.isEmpty()) {
      int at = random.nextInt(value.length());
      char other = value.charAt(at) == 'b' ? 'c' : 'b';
      others.add(value.substring(0, at) + other + value.substring(at + 1));
    }
    others.add(value.equals("RUN") ? "ERASURE" : "RUN");
    others.add("RETENTION");
    others.add(value + "x");
    return others;
  }

  private Map<String, String> findings() {
    JsonNode verification = audit.postJson("/v1/log/verifications", "{}").json();
    Map<String, String> found = new TreeMap<>();
    verification
        .path("findings")
        .forEach(finding -> found.put(finding.path("message").asString(), finding.toString()));
    return found;
  }
}
