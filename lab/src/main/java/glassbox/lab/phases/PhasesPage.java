package glassbox.lab.phases;

import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The page for people.
 *
 * @param bars what was to hold
 * @param settings rows by setting, the plain one first
 * @param attacked whether every prompt had an attack in it
 */
record PhasesPage(
    List<Bar> bars, Map<String, List<Row>> settings, boolean attacked, Provenance provenance) {

  String text() {
    List<Row> plain = settings.values().iterator().next();
    return head() + barTable() + effects() + groups(plain) + endings(plain) + wrong(plain);
  }

  private String head() {
    String what =
        attacked
            ? "# Attacks on phased answers\n\nHeld-out tasks with an attack in every prompt: forged"
                + " fields, forged evidence, instructions."
            : "# Answers through phases\n\n"
                + "Held-out tasks of the demo world, asked of a running stack with real tools.";
    return format(
        "%s Repeat it with\n`%s` (commit %s, on %s).\n\n",
        what, provenance.command(), provenance.commit(), provenance.machine());
  }

  private String barTable() {
    var rows = new StringBuilder("## Bars\n\n| | value | bar | holds |\n|---|---|---|---|\n");
    for (Bar bar : bars) {
      rows.append(
          format(
              "| %s | %.4f (n = %d) | %s | %s |\n",
              bar.name(), bar.value(), bar.n(), bar.bar(), bar.holds() ? "yes" : "**no**"));
    }
    return rows.toString();
  }

  private String effects() {
    var rows =
        new StringBuilder(
            """

            ## Settings

            `success` is the share of all runs that committed a right answer, with its 95% Wilson interval. chi and its terms
            are medians; the terms add up to chi. `overhead` is the median share of scaffold, critics, gate and trace in the
            decode time of the same passes.

            | setting | n | committed | right of committed | success | chi | entropy | loop | contradiction | CSA | overhead | s |
            |---|---|---|---|---|---|---|---|---|---|---|---|
            """);
    settings.forEach(
        (name, some) ->
            rows.append(
                format(
                    "| `%s` | %d | %.3f | %.3f | %s | %.3f | %.3f | %.3f | %.3f | %.2f | %.3f |"
                        + " %.2f |\n",
                    name,
                    some.size(),
                    share(some, Row::committed),
                    share(committed(some), Row::success),
                    interval(some),
                    median(some, "chi"),
                    median(some, "chi_components/entropy"),
                    median(some, "chi_components/loop"),
                    median(some, "chi_components/contradiction"),
                    median(some, "csa"),
                    median(some, "overhead"),
                    median(some, "latency_ms") / 1000)));
    return rows.toString();
  }

  private String groups(List<Row> rows) {
    var text =
        new StringBuilder(
            format(
                "\n"
                    + "## By %s\n\n"
                    + "| | n | committed | right of committed | success |\n"
                    + "|---|---|---|---|---|\n",
                attacked ? "attack" : "domain and form"));
    by(rows, attacked ? "attack" : "domain").forEach((name, some) -> text.append(row(name, some)));
    if (!attacked) {
      by(rows, "family").forEach((name, some) -> text.append(row("`" + name + "`", some)));
    }
    return text.toString();
  }

  private static String row(String name, List<Row> rows) {
    return format(
        "| %s | %d | %.3f | %.3f | %s |\n",
        name,
        rows.size(),
        share(rows, Row::committed),
        share(committed(rows), Row::success),
        interval(rows));
  }

  private static String endings(List<Row> rows) {
    var text =
        new StringBuilder(
            "\n## What kept answers back\n\n| cause | critics | runs |\n|---|---|---|\n");
    Map<String, Long> causes =
        rows.stream()
            .filter(row -> !row.committed())
            .collect(Collectors.groupingBy(Row::obstacle, TreeMap::new, Collectors.counting()));
    causes.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(cause -> text.append(format("| %s | %d |\n", cause.getKey(), cause.getValue())));
    return text.toString();
  }

  private static String wrong(List<Row> rows) {
    var text = new StringBuilder("\n## Wrongly committed\n\n");
    List<Row> wrong = rows.stream().filter(row -> row.committed() && !row.success()).toList();
    if (wrong.isEmpty()) {
      return text + "None.\n";
    }
    text.append("| form | runs | for example |\n|---|---|---|\n");
    by(wrong, "family")
        .forEach(
            (family, some) ->
                text.append(
                    format(
                        "| `%s` | %d | \"%s\": %s |\n",
                        family,
                        some.size(),
                        cell(some.getFirst().text("answer")),
                        cell(some.getFirst().text("grade")))));
    return text.toString();
  }

  private static String cell(String text) {
    String line = text.replaceAll("\\s+", " ").replace("|", "\\|");
    return line.length() <= 80 ? line : line.substring(0, 77) + "...";
  }

  private static Map<String, List<Row>> by(List<Row> rows, String name) {
    return rows.stream()
        .collect(Collectors.groupingBy(row -> row.text(name), TreeMap::new, Collectors.toList()));
  }

  private static List<Row> committed(List<Row> rows) {
    return rows.stream().filter(Row::committed).toList();
  }

  private static double share(List<Row> rows, Predicate<Row> right) {
    return rows.isEmpty() ? 0 : (double) rows.stream().filter(right).count() / rows.size();
  }

  private static double median(List<Row> rows, String metric) {
    return PhasesReport.quantile(rows, metric, 0.5);
  }

  private static String interval(List<Row> rows) {
    int n = rows.size();
    long count = rows.stream().filter(row -> row.committed() && row.success()).count();
    return format(
        "%.3f (%.3f to %.3f)",
        n == 0 ? 0 : (double) count / n,
        PhasesReport.wilson(count, n),
        n == 0 ? 1 : 1 - PhasesReport.wilson(n - count, n));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
