package glassbox.lab.world.sql;

import java.util.ArrayList;
import java.util.List;

/** The tables as statements for Postgres. */
public final class SqlScript {

  /** The schema that the script makes anew. */
  public static final String SCHEMA = "world";

  private SqlScript() {}

  /** Statements that make the schema, its tables and their rows; one statement a line. */
  public static String of(Tables tables) {
    var lines = new ArrayList<String>();
    lines.add("drop schema if exists " + SCHEMA + " cascade;");
    lines.add("create schema " + SCHEMA + ";");
    for (Table table : tables.all()) {
      lines.add(create(table));
      for (List<String> row : table.rows()) {
        lines.add(insert(table, row));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String create(Table table) {
    var parts = new ArrayList<String>();
    for (Column column : table.columns()) {
      parts.add(quoted(column.name()) + (column.numeric() ? " bigint" : " text") + " not null");
    }
    List<String> key =
        table.columns().subList(0, table.key()).stream()
            .map(column -> quoted(column.name()))
            .toList();
    parts.add("primary key (" + String.join(", ", key) + ")");
    return "create table %s.%s (%s);"
        .formatted(SCHEMA, quoted(table.name()), String.join(", ", parts));
  }

  private static String insert(Table table, List<String> row) {
    var values = new ArrayList<String>();
    for (int i = 0; i < row.size(); i++) {
      String value = row.get(i);
      values.add(table.columns().get(i).numeric() ? value : "'" + value.replace("'", "''") + "'");
    }
    return "insert into %s.%s values (%s);"
        .formatted(SCHEMA, quoted(table.name()), String.join(", ", values));
  }

  private static String quoted(String name) {
    return "\"" + name + "\"";
  }
}
