package glassbox.lab.results;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A number and what it was to reach.
 *
 * @param name what was measured
 * @param value the number
 * @param unit of the number
 * @param bar what was to hold, in words
 * @param holds whether it does
 * @param n how many observations the number stands for
 */
public record Bar(String name, double value, String unit, String bar, boolean holds, long n) {

  /** A bar that holds where the value is below {@code limit}. */
  public static Bar below(String name, double value, String unit, double limit, long n) {
    return new Bar(name, value, unit, "< " + limit, value < limit, n);
  }

  /** A bar that holds where the value is {@code limit} or less. */
  public static Bar atMost(String name, double value, String unit, double limit, long n) {
    return new Bar(name, value, unit, "<= " + limit, value <= limit, n);
  }

  /** A bar that holds where all of {@code n} cases were as they should be. */
  public static Bar all(String name, long count, long n) {
    return new Bar(name, (double) count / n, "share", "= 1", count == n, n);
  }

  /** Says of each whether it holds, one a line. */
  public static void print(List<Bar> bars, PrintWriter out) {
    for (Bar bar : bars) {
      out.printf(
          Locale.ROOT,
          "%-6s %s: %.4g %s (%s)%n",
          bar.holds ? "holds" : "MISSED",
          bar.name,
          bar.value,
          bar.unit,
          bar.bar);
    }
    out.flush();
  }

  /** The bar as a result file states it. */
  public Map<String, Object> document(List<Long> seeds, Provenance provenance) {
    var document = new LinkedHashMap<String, Object>();
    document.put("name", name);
    document.put("value", value);
    document.put("unit", unit);
    document.put("bar", bar);
    document.put("holds", holds);
    document.put("n", n);
    document.put("seeds", seeds);
    document.put("command", provenance.command());
    document.put("commit", provenance.commit());
    document.put("machine", provenance.machine());
    return document;
  }
}
