package glassbox.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * A superuser edits any one column of any one row: the verification finds it. The columns come from
 * the database's own catalogue, so one that is added later is edited here too.
 */
@AuditTest
@Order(1)
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
  private AuditClient audit;

  @BeforeEach
  void begin() {
    audit = new AuditClient(port);
    new SomethingOfEachKind(audit, jdbc).record();
  }

  /** Nothing is signed after a finding, until a verification finds nothing. */
  @AfterEach
  void letTheLogGoOn() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void findsAnEditOfAnyColumnOfAnyRow() {
    assertThat(findings()).as("before anything is edited").isEmpty();
    List<String> edited = new ArrayList<>();
    List<Edits.Edit> missed = new ArrayList<>();
    try (Owner owner = Owner.of(ownerDetails).withoutGuards()) {
      Edits edits = new Edits(owner.jdbc(), SEED);
      for (Edits.Column column : columns()) {
        Edits.Edit edit = edits.edit(column);
        try {
          if (findings().isEmpty()) {
            missed.add(edit);
          }
        } finally {
          edit.undo(owner.jdbc());
        }
        edited.add(column.toString());
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

  private List<Edits.Column> columns() {
    List<Edits.Column> columns =
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
                new Edits.Column(
                    row.getString("table_name"),
                    row.getString("column_name"),
                    row.getString("data_type")));
    return columns.stream()
        .filter(column -> !LEFT_OUT.containsKey(column.table()))
        .filter(column -> !MEANINGLESS.containsKey(column.toString()))
        .toList();
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
