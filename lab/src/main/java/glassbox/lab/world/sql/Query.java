package glassbox.lab.world.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code select COLUMN, ... | count(*) | sum|min|max(COLUMN) from TABLE [where COLUMN =|<|> VALUE |
 * in (VALUE, ...) [and ...]] [order by COLUMN [desc]] [limit N]}.
 */
public final class Query {

  private static final Pattern WORD =
      Pattern.compile("'[^']*'|[A-Za-z_][A-Za-z0-9_]*|\\d+|[=<>,*()]");
  private static final List<String> AGGREGATES = List.of("count", "sum", "min", "max");

  private final List<String> words = new ArrayList<>();
  private int at;

  private Query(String text) {
    Matcher matcher = WORD.matcher(text);
    int end = 0;
    while (matcher.find() && text.substring(end, matcher.start()).isBlank()) {
      words.add(matcher.group());
      end = matcher.end();
    }
    if (!text.substring(end).replace(';', ' ').isBlank()) {
      throw new QueryException("cannot read the query from " + text.substring(end));
    }
  }

  /**
   * The rows of a query as text: blanks between columns, semicolons between rows, {@code none} when
   * there is none.
   *
   * @throws QueryException for an unknown name or form
   */
  public static String run(String text, Tables tables) {
    List<List<String>> rows = rows(text, tables);
    return rows.isEmpty()
        ? "none"
        : String.join("; ", rows.stream().map(row -> String.join(" ", row)).toList());
  }

  /** The rows of a query. */
  static List<List<String>> rows(String text, Tables tables) {
    return new Query(text).rows(tables);
  }

  private List<List<String>> rows(Tables tables) {
    expect("select");
    List<Item> items = items();
    expect("from");
    Table table = tables.table(next());
    List<List<String>> rows = new ArrayList<>(table.rows());
    if (skip("where")) {
      do {
        filter(table, rows);
      } while (skip("and"));
    }
    if (skip("order")) {
      expect("by");
      sort(table, rows);
    }
    int limit = skip("limit") ? Integer.parseInt(next()) : Integer.MAX_VALUE;
    if (at != words.size()) {
      throw new QueryException("cannot read the query from " + words.get(at));
    }
    return Item.project(items, table, rows).stream().limit(limit).toList();
  }

  private List<Item> items() {
    var items = new ArrayList<Item>();
    do {
      String name = next();
      if (AGGREGATES.contains(name.toLowerCase(Locale.ROOT)) && skip("(")) {
        items.add(new Item(name.toLowerCase(Locale.ROOT), next()));
        expect(")");
      } else {
        items.add(new Item("", name));
      }
    } while (skip(","));
    return items;
  }

  private void filter(Table table, List<List<String>> rows) {
    int column = Item.column(table, next());
    boolean numeric = table.columns().get(column).numeric();
    if (skip("in")) {
      List<String> values = values();
      rows.removeIf(row -> values.stream().noneMatch(v -> order(row.get(column), v, numeric) == 0));
      return;
    }
    String operator = next();
    String value = value();
    rows.removeIf(row -> !holds(order(row.get(column), value, numeric), operator));
  }

  private List<String> values() {
    expect("(");
    var values = new ArrayList<String>();
    do {
      values.add(value());
    } while (skip(","));
    expect(")");
    return values;
  }

  private String value() {
    String literal = next();
    return literal.startsWith("'") ? literal.substring(1, literal.length() - 1) : literal;
  }

  private static boolean holds(int order, String operator) {
    return switch (operator) {
      case "=" -> order == 0;
      case "<" -> order < 0;
      case ">" -> order > 0;
      default -> throw new QueryException("no comparison " + operator);
    };
  }

  private void sort(Table table, List<List<String>> rows) {
    int column = Item.column(table, next());
    boolean numeric = table.columns().get(column).numeric();
    Comparator<List<String>> order = (a, b) -> order(a.get(column), b.get(column), numeric);
    rows.sort(skip("desc") ? order.reversed() : order);
  }

  private static int order(String a, String b, boolean numeric) {
    try {
      return numeric ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : a.compareTo(b);
    } catch (NumberFormatException e) {
      throw new QueryException("no number: " + b);
    }
  }

  private String next() {
    if (at >= words.size()) {
      throw new QueryException("the query ends too early");
    }
    return words.get(at++);
  }

  private boolean skip(String word) {
    boolean here = at < words.size() && words.get(at).equalsIgnoreCase(word);
    at += here ? 1 : 0;
    return here;
  }

  private void expect(String word) {
    if (!skip(word)) {
      throw new QueryException("no " + word + " where it should stand");
    }
  }
}
