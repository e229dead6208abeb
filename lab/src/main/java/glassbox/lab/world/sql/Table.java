package glassbox.lab.world.sql;

import java.util.List;

/**
 * A table and its rows.
 *
 * @param name lower case
 * @param columns in order
 * @param key how many of the first columns make a row unique
 * @param rows a value a column, in a fixed order
 */
public record Table(String name, List<Column> columns, int key, List<List<String>> rows) {

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    int width = columns.size();
    if (rows.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException("a row of " + name + " has not " + width + " values");
    }
  }

  /** Index of a column, or -1. */
  int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    return -1;
  }
}
