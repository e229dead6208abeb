package glassbox.esi.tool;

import java.time.Duration;

/**
 * What a query may take.
 *
 * @param rows most rows; more is an error, not a cut
 * @param time after which the database gives it up
 * @param schema whose tables names mean
 */
public record SqlLimits(int rows, Duration time, String schema) {

  /** 50 rows, 2 seconds, the world's tables. */
  public static final SqlLimits DEFAULT = new SqlLimits(50, Duration.ofSeconds(2), "world");

  public SqlLimits {
    if (rows < 1 || time.toMillis() < 1) {
      throw new IllegalArgumentException("rows and time must be above 0");
    }
    if (!schema.matches("[a-z_][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("no plain name of a schema: " + schema);
    }
  }
}
