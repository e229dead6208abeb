package glassbox.audit.world;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.contracts.tool.RoadMap;
import glassbox.contracts.tool.SqlQuery;
import glassbox.contracts.tool.SqlResult;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What tools can ask of the database, and what they cannot. */
@AuditTest
class WorldTablesTest {
  @LocalServerPort private int port;
  @Autowired private FlywayConnectionDetails owner;

  private SqlResult ask(String query) {
    return new AuditClient(port).postJson("/v1/tools/sql", new SqlQuery(query)).as(SqlResult.class);
  }

  @Test
  void answersQueriesOverTheWorld() {
    assertThat(ask("select count(*) from roads")).isEqualTo(new SqlResult("17", false));
    assertThat(ask("select km from roads where start = 'Bosk' and stop = 'Istrel'"))
        .isEqualTo(new SqlResult("4", false));
    assertThat(new AuditClient(port).get("/v1/tools/roads").as(RoadMap.class).roads()).hasSize(17);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select count(*) from public.runs",
        "select record_hash from runs",
        "delete from roads",
        "select 1; drop table world.roads",
        "select set_config('role', 'postgres', false)",
        "select pg_sleep(10)",
        "select query_to_xml('select 1', true, true, '')",
        "update roads set km = 1"
      })
  void runsNothingElse(String query) {
    assertThat(ask(query).failed()).as(query).isTrue();
    assertThat(ask("select count(*) from roads").output()).isEqualTo("17");
  }

  /** The guard of the text is one wall; the role is another. */
  @Test
  void theRoleItselfReachesNothingElse() throws SQLException {
    try (Connection admin =
            connect(requireNonNull(owner.getUsername()), requireNonNull(owner.getPassword()));
        Statement statement = admin.createStatement()) {
      statement.execute("set role glassbox_reader");
      statement.execute("set transaction_read_only = off");
      for (String query :
          new String[] {
            "select * from public.runs",
            "select * from public.contents",
            "insert into world.roads values ('a', 'b', 1)",
            "create table world.mine (a int)",
            "create table public.mine (a int)"
          }) {
        assertThat(refused(statement, query)).as(query).isTrue();
      }
      assertThat(refused(statement, "select * from world.roads")).isFalse();
    }
  }

  private static boolean refused(Statement statement, String query) {
    try {
      statement.execute(query);
      return false;
    } catch (SQLException e) {
      return "42501".equals(e.getSQLState());
    }
  }

  private Connection connect(String user, String password) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return DriverManager.getConnection(owner.getJdbcUrl(), properties);
  }
}
