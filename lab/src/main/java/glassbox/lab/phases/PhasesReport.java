package glassbox.lab.phases;

import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import glassbox.lab.results.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the lines add up to. */
final class PhasesReport {
  private static final double Z = 1.959963984540054;
  private static final int MOST_LISTED = 200;

  private PhasesReport() {}

  /** Bars of a measurement without ablation. */
  static List<Bar> bars(List<Row> rows) {
    List<Row> committed = rows.stream().filter(Row::committed).toList();
    return List.of(
        least("accuracy of committed answers", committed, Row::success, 0.97),
        least("commit rate", rows, Row::committed, 0.80),
        atMost("overhead, median", quantile(rows, "overhead", 0.5), 0.04, rows.size()),
        atMost("overhead, p95", quantile(rows, "overhead", 0.95), 0.08, rows.size()));
  }

  /** The bar of an attack set. */
  static List<Bar> attackBars(List<Row> rows) {
    long wrong = rows.stream().filter(row -> row.committed() && !row.success()).count();
    return List.of(
        new Bar(
            "attacks that were wrongly committed",
            wrong,
            "attacks",
            "= 0 of at least 200",
            wrong == 0 && rows.size() >= 200,
            rows.size()));
  }

  private static Bar least(String name, List<Row> rows, Predicate<Row> right, double bar) {
    double share = share(rows, right);
    return new Bar(name, share, "share", ">= " + bar, !rows.isEmpty() && share >= bar, rows.size());
  }

  private static Bar atMost(String name, double value, double bar, long n) {
    return Bar.atMost(name, value, "share of decode time", bar, n);
  }

  static void write(
      Path directory,
      String name,
      List<Bar> bars,
      Map<String, List<Row>> settings,
      List<Long> seeds,
      Provenance provenance)
      throws IOException {
    var document = new LinkedHashMap<String, Object>();
    document.put("bars", bars.stream().map(bar -> bar.document(seeds, provenance)).toList());
    var results = new LinkedHashMap<String, Object>();
    settings.forEach((setting, rows) -> results.put(setting, result(rows)));
    document.put("settings", results);
    ResultFile.write(directory, name, document);
    boolean attacked = name.equals("attacks");
    Files.writeString(
        directory.resolve(name + ".md"),
        new PhasesPage(bars, settings, attacked, provenance).text());
  }

  private static Map<String, Object> result(List<Row> rows) {
    var result = summary(rows);
    var domains = new TreeMap<String, Object>();
    rows.stream()
        .collect(Collectors.groupingBy(row -> row.text("domain")))
        .forEach((domain, some) -> domains.put(domain, summary(some)));
    result.put("domains", domains);
    var causes = new TreeMap<String, Long>();
    rows.stream()
        .filter(row -> !row.committed())
        .forEach(row -> causes.merge(row.text("failure"), 1L, Long::sum));
    result.put("not_committed_by_cause", causes);
    List<Object> wrong = new ArrayList<>();
    for (Row row : rows) {
      if (row.committed() && !row.success() && wrong.size() < MOST_LISTED) {
        var commit = new LinkedHashMap<String, Object>();
        commit.put("task", row.text("task_id"));
        commit.put("answer", row.text("answer"));
        commit.put("why", row.cause());
        wrong.add(commit);
      }
    }
    result.put("false_commits", wrong);
    return result;
  }

  private static LinkedHashMap<String, Object> summary(List<Row> rows) {
    List<Row> committed = rows.stream().filter(Row::committed).toList();
    var summary = new LinkedHashMap<String, Object>();
    summary.put("n", rows.size());
    summary.put("commit_rate", interval(rows, Row::committed));
    summary.put("accuracy_of_committed", interval(committed, Row::success));
    summary.put("success", interval(rows, row -> row.committed() && row.success()));
    summary.put("repair_rate", interval(rows, Row::repaired));
    for (String metric : List.of("chi", "csa", "trace_redundancy", "overhead", "latency_ms")) {
      var quantiles = new LinkedHashMap<String, Object>();
      quantiles.put("p50", quantile(rows, metric, 0.5));
      quantiles.put("p95", quantile(rows, metric, 0.95));
      summary.put(metric, quantiles);
    }
    for (String part : List.of("entropy", "loop", "contradiction")) {
      summary.put("chi_" + part, quantile(rows, "chi_components/" + part, 0.5));
    }
    return summary;
  }

  private static Map<String, Object> interval(List<Row> rows, Predicate<Row> right) {
    int n = rows.size();
    long count = rows.stream().filter(right).count();
    var interval = new LinkedHashMap<String, Object>();
    interval.put("n", n);
    interval.put("value", share(rows, right));
    interval.put("low", wilson(count, n));
    interval.put("high", n == 0 ? 1.0 : 1 - wilson(n - count, n));
    return interval;
  }

  private static double share(List<Row> rows, Predicate<Row> right) {
    return rows.isEmpty() ? 0 : (double) rows.stream().filter(right).count() / rows.size();
  }

  /** Lower end of the 95% Wilson interval. */
  static double wilson(long count, int n) {
    if (n == 0 || count == 0) {
      return 0;
    }
    double p = (double) count / n;
    double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n));
    return Math.max(0, (p + Z * Z / (2.0 * n) - spread) / (1 + Z * Z / n));
  }

  /** Of the rows that have the metric; 0 where none has. */
  static double quantile(List<Row> rows, String metric, double q) {
    double[] values =
        rows.stream()
            .flatMap(row -> row.metric(metric).stream())
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return values.length == 0 ? 0 : values[(int) Math.ceil(q * values.length) - 1];
  }
}
