package glassbox.lab.world.sql;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.lab.world.facts.FactBook;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The script read back statement by statement. */
class SqlScriptTest {

  private static final Tables TABLES = Tables.of(FactBook.of(6));
  private static final List<String> LINES = SqlScript.of(TABLES).lines().toList();
  private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'|(-?\\d+)(?=[,)])");

  @Test
  void makesTheSchemaAnew() {
    assertThat(LINES.get(0)).isEqualTo("drop schema if exists world cascade;");
    assertThat(LINES.get(1)).isEqualTo("create schema world;");
    assertThat(LINES).allMatch(line -> line.endsWith(";"));
  }

  @Test
  void holdsEveryRowOfEveryTable() {
    for (Table table : TABLES.all()) {
      String head = "insert into world.\"" + table.name() + "\" values ";
      List<List<String>> rows =
          LINES.stream()
              .filter(line -> line.startsWith(head))
              .map(line -> values(line.substring(head.length())))
              .toList();
      assertThat(rows).isEqualTo(table.rows());
    }
  }

  private static List<String> values(String list) {
    return LITERAL.matcher(list).results().map(SqlScriptTest::value).toList();
  }

  private static String value(MatchResult literal) {
    return literal.group(2) == null ? literal.group(1).replace("''", "'") : literal.group(2);
  }

  @Test
  void declaresEveryColumnWithItsType() {
    for (Table table : TABLES.all()) {
      String create =
          LINES.stream()
              .filter(line -> line.startsWith("create table world.\"" + table.name() + "\" ("))
              .findFirst()
              .orElseThrow();
      for (Column column : table.columns()) {
        String type = column.numeric() ? "bigint" : "text";
        assertThat(create).contains("\"" + column.name() + "\" " + type + " not null");
      }
      assertThat(create).contains("primary key (");
    }
  }

  @Test
  void keysAreUnique() {
    for (Table table : TABLES.all()) {
      assertThat(table.rows().stream().map(row -> row.subList(0, table.key())))
          .doesNotHaveDuplicates();
    }
  }
}
