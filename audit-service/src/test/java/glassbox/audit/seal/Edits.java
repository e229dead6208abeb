package glassbox.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Edits that a superuser makes: one column of one row, to a value that differs as little as the
 * type allows.
 */
final class Edits {
  /** What runs that were dropped since had added up to cannot be counted again. */
  private static final String ON_COUNTED_DAYS =
      " where day not in (select unnest(string_to_array(nullif(days, ''), ','))::date"
          + " from retentions where days <> '')";

  private final JdbcTemplate superuser;
  private final Random random;

  /** Seeded, so that the same rows and bits are chosen again. */
  Edits(JdbcTemplate superuser, long seed) {
    this.superuser = superuser;
    random = new Random(seed);
  }

  /** A column of a table. */
  record Column(String table, String name, String type) {
    @Override
    public String toString() {
      return table + "." + name;
    }
  }

  /** What was changed where; {@code place} is where the row is now. */
  record Edit(Column column, String place, @Nullable Object before, String after) {
    void undo(JdbcTemplate superuser) {
      superuser.update(
          "update %s set %s = ?::text::%s where %s"
              .formatted(column.table, column.name, column.type, place),
          before);
    }
  }

  /** Edits a row of a table that has one. */
  Edit edit(Column column) {
    List<Map<String, Object>> rows =
        superuser.queryForList(
            "select tableoid::regclass::text as part, ctid::text as at, %2$s::text as value from %1$s"
                    .formatted(column.table, column.name)
                + (column.table.startsWith("analytics_") && column.table.endsWith("_days")
                    ? ON_COUNTED_DAYS
                    : "")
                + " order by (%s is null), md5(%s::text || '%d') limit 1"
                    .formatted(column.name, column.table, random.nextInt(1_000_000)));
    assertThat(rows).as("a row of %s to edit", column.table).isNotEmpty();
    Map<String, Object> row = rows.getFirst();
    Object before = row.get("value");
    for (String after : others(column.type, before == null ? null : before.toString())) {
      try {
        List<String> places =
            superuser.query(
                "update %s set %s = ?::text::%s where %s returning tableoid::regclass::text, ctid::text"
                    .formatted(
                        column.table,
                        column.name,
                        column.type,
                        place(String.valueOf(row.get("part")), String.valueOf(row.get("at")))),
                (moved, index) -> place(moved.getString(1), moved.getString(2)),
                after);
        assertThat(places).hasSize(1);
        return new Edit(column, places.getFirst(), before, after);
      } catch (DataAccessException refusedByAConstraint) {
        continue;
      }
    }
    throw new AssertionError("no other value of " + column + " is possible");
  }

  private static String place(String partition, String row) {
    return "tableoid = '%s'::regclass and ctid = '%s'".formatted(partition, row);
  }

  /**
   * Values that differ as little as the type allows; later ones where a constraint is in the way.
   */
  private List<String> others(String type, @Nullable String value) {
    return switch (type) {
      case "uuid" -> List.of(UUID.randomUUID().toString());
      case "smallint", "integer", "bigint" -> {
        long number = value == null ? 0 : Long.parseLong(value);
        yield Stream.of(number + 1, number - 1, number + 1000, number + 1_000_000_000)
            .map(String::valueOf)
            .toList();
      }
      case "double precision" ->
          List.of(Double.toString(Math.nextUp(value == null ? 0 : Double.parseDouble(value))));
      case "boolean" -> List.of("t".equals(value) || "true".equals(value) ? "false" : "true");
      case "date" -> {
        LocalDate day = value == null ? LocalDate.EPOCH : LocalDate.parse(value);
        yield List.of(day.plusDays(1) + "", day.plusMonths(1) + "");
      }
      case "timestamp with time zone" -> List.of(later(value));
      case "bytea" -> List.of(value == null ? "\\x00" : flipped(value));
      default -> texts(value == null ? "" : value);
    };
  }

  private static String later(@Nullable String value) {
    return value == null
        ? "2026-01-01T00:00:00Z"
        : java.time.OffsetDateTime.parse(
                value.replace(' ', 'T').replaceAll("([+-][0-9]{2})$", "$1:00"))
            .plusNanos(1000)
            .toString();
  }

  private String flipped(String hex) {
    byte[] bytes = java.util.HexFormat.of().parseHex(hex.substring(2));
    if (bytes.length == 0) {
      return "\\x00";
    }
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return "\\x" + java.util.HexFormat.of().formatHex(bytes);
  }

  private List<String> texts(String value) {
    List<String> others = new ArrayList<>();
    if (!value.isEmpty()) {
      int at = random.nextInt(value.length());
      char other = value.charAt(at) == 'b' ? 'c' : 'b';
      others.add(value.substring(0, at) + other + value.substring(at + 1));
    }
    others.add(value.equals("RUN") ? "ERASURE" : "RUN");
    others.add("RETENTION");
    others.add(value + "x");
    return others;
  }
}
