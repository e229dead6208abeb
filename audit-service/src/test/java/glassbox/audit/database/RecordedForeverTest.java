package glassbox.audit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.audit.AuditTest;
import glassbox.audit.Owner;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;

@AuditTest
class RecordedForeverTest {
  @Autowired private JdbcTemplate jdbc;
  @Autowired private FlywayConnectionDetails ownerDetails;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update blocks set tokens = 0",
        "delete from blocks",
        "truncate blocks cascade",
        "update runs set tenant = 'x'",
        "delete from runs",
        "truncate runs cascade",
        "update run_blocks set pass = 0",
        "delete from run_blocks",
        "update contents set part = ''",
        "update content_keys set wrapped = ''",
        "truncate contents",
        "delete from content_master_keys",
        "delete from retentions",
        "delete from erasures",
        "update erasures set record = 'x'",
        "update alarms set max_residual = 0",
        "delete from alarms",
        "delete from alarm_acknowledgements",
      })
  void refusesToChangeWhatIsRecorded(String statement) {
    try (Owner owner = Owner.of(ownerDetails)) {
      assertThatThrownBy(() -> owner.jdbc().execute(statement))
          .rootCause()
          .hasMessageContaining("insert-only");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update blocks set tokens = 0",
        "delete from blocks",
        "truncate blocks cascade",
        "update runs set tenant = 'x'",
        "delete from runs",
        "truncate runs cascade",
        "delete from run_blocks",
        "delete from alarms",
        "delete from erasures",
        "update contents set part = ''",
        "truncate contents",
        "update content_keys set wrapped = ''",
        "truncate content_keys",
        "delete from content_master_keys",
        "insert into flyway_schema_history (installed_rank) values (99)",
        "alter table blocks disable trigger all",
        "drop table blocks",
        "create table mine (x int)",
        "set session_replication_role = replica",
      })
  void givesTheServiceNoRightToChangeWhatIsRecorded(String statement) {
    assertThat(jdbc.queryForObject("select current_user", String.class))
        .isEqualTo("glassbox_writer");
    assertThatThrownBy(() -> jdbc.execute(statement))
        .rootCause()
        .satisfies(
            refused ->
                assertThat(((SQLException) refused).getSQLState())
                    .as(refused.getMessage())
                    .isEqualTo("42501"));
  }

  /** Deleting is left for erasures alone, updating for what is derived. */
  @Test
  void givesTheServiceNoOtherRightsThanThese() {
    assertThat(
            jdbc.queryForList(
                """
                select table_name || ' ' || privilege_type
                from information_schema.role_table_grants
                where grantee = current_user and table_name not like 'analytics\\_%'
                  and privilege_type not in ('SELECT', 'INSERT')
                """,
                String.class))
        .containsExactlyInAnyOrder("content_keys DELETE", "contents DELETE");
  }

  @Test
  void writesEveryCommitToTheDisk() {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      assertThat(jdbc.queryForObject("select current_setting(?)", String.class, setting))
          .isEqualTo("on");
    }
  }

  @Test
  void appliesEveryMigration() {
    assertThat(
            jdbc.queryForList(
                "select version from flyway_schema_history where success", String.class))
        .contains("1", "2");
  }
}
