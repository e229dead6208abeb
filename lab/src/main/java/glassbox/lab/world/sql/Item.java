package glassbox.lab.world.sql;

import java.util.List;
import java.util.stream.LongStream;

/**
 * What a query selects: a column, or an aggregate over one.
 *
 * @param aggregate count, sum, min or max; empty for the column itself
 * @param column its name, or {@code *} to count rows
 */
record Item(String aggregate, String column) {

  static List<List<String>> project(List<Item> items, Table table, List<List<String>> rows) {
    long aggregates = items.stream().filter(item -> !item.aggregate.isEmpty()).count();
    if (aggregates == 0) {
      return rows.stream()
          .map(row -> items.stream().map(item -> row.get(column(table, item.column))).toList())
          .toList();
    }
    if (aggregates != items.size()) {
      throw new QueryException("columns and aggregates do not mix");
    }
    return List.of(items.stream().map(item -> item.over(table, rows)).toList());
  }

  static int column(Table table, String name) {
    int column = table.indexOf(name);
    if (column < 0) {
      throw new QueryException(table.name() + " has no column " + name);
    }
    return column;
  }

  private String over(Table table, List<List<String>> rows) {
    if (aggregate.equals("count")) {
      return Integer.toString(rows.size());
    }
    int index = column(table, column);
    boolean numeric = table.columns().get(index).numeric();
    if (rows.isEmpty() || !numeric && aggregate.equals("sum")) {
      throw new QueryException("nothing to " + aggregate);
    }
    if (!numeric) {
      List<String> words = rows.stream().map(row -> row.get(index)).sorted().toList();
      return aggregate.equals("min") ? words.getFirst() : words.getLast();
    }
    LongStream values = rows.stream().mapToLong(row -> Long.parseLong(row.get(index)));
    long result =
        switch (aggregate) {
          case "sum" -> values.sum();
          case "min" -> values.min().orElseThrow();
          default -> values.max().orElseThrow();
        };
    return Long.toString(result);
  }
}
