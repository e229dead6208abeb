package glassbox.lab.world.sql;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.lab.world.World;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.task.Instance;
import glassbox.lab.world.task.Split;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in a real Postgres: the tasks' queries give what the gold answers say. */
class WorldInPostgresTest {

  private static final World WORLD = World.of(6);
  private static final Pattern CALL =
      Pattern.compile("<\\|call\\|>sql (.*?)<\\|result\\|>(.*?) t\\d<\\|done\\|>");

  @TempDir static Path programs;
  private static EmbeddedPostgres server;
  private static Connection connection;

  @BeforeAll
  static void load() throws IOException, SQLException {
    server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(programs.toFile())
            .setLocaleConfig("locale", "C")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .start();
    connection = server.getPostgresDatabase().getConnection();
    try (Statement statement = connection.createStatement()) {
      for (int time = 0; time < 2; time++) {
        statement.execute(SqlScript.of(Tables.of(WORLD.facts())));
      }
      statement.execute("set search_path to world");
    }
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    connection.close();
    server.close();
  }

  @Test
  void queriesOfTasksGiveTheGoldOutput() throws SQLException {
    List<String> gold =
        Stream.of(Domain.GENERAL, Domain.FINANCE, Domain.TOOLS)
            .flatMap(domain -> WORLD.source().distinct(domain, Split.TRAIN, 200, 4).stream())
            .map(Instance::answer)
            .map(answer -> answer.text())
            .filter(text -> text.contains("<|call|>sql "))
            .toList();
    assertThat(gold).hasSizeGreaterThan(100);
    for (String text : gold) {
      Matcher call = CALL.matcher(text);
      assertThat(call.find()).isTrue();
      assertThat(rows(call.group(1))).as(call.group(1)).isEqualTo(call.group(2));
    }
  }

  private static String rows(String query) throws SQLException {
    var rows = new ArrayList<String>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        var columns = new ArrayList<String>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          columns.add(result.getString(i));
        }
        rows.add(String.join(" ", columns));
      }
    }
    return String.join("; ", rows);
  }
}
