package glassbox.audit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.audit.AuditTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@AuditTest
class RecordedForeverTest {
  @Autowired private JdbcTemplate jdbc;

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
        "update run_contents set content = ''",
        "update alarms set max_residual = 0",
        "delete from alarms",
        "delete from alarm_acknowledgements",
      })
  void refusesToChangeWhatIsRecorded(String statement) {
    assertThatThrownBy(() -> jdbc.execute(statement))
        .rootCause()
        .hasMessageContaining("insert-only");
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
        .contains("1");
  }
}
