package glassbox.lab.legible;

import glassbox.lab.results.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Arms beside the published rows. */
final class Table {

  private final Experiment experiment;
  private final Results results;

  Table(Experiment experiment, Results results) {
    this.experiment = experiment;
    this.results = results;
  }

  /** Header, then published rows, then arms with a finished run. */
  private List<List<String>> cells() {
    var rows = new ArrayList<List<String>>();
    var header = new ArrayList<>(List.of(""));
    experiment.metrics().forEach(metric -> header.add(metric.title()));
    header.add("seeds");
    rows.add(header);
    for (Published published : experiment.published()) {
      var row = new ArrayList<>(List.of(published.label()));
      for (Metric metric : experiment.metrics()) {
        Double value = published.values().get(metric.key());
        row.add(value == null ? "" : number(value));
      }
      row.add("");
      rows.add(row);
    }
    for (Arm arm : experiment.arms()) {
      if (!results.of(arm.name()).isEmpty()) {
        rows.add(row(arm));
      }
    }
    return rows;
  }

  private List<String> row(Arm arm) {
    var row = new ArrayList<>(List.of(arm.name()));
    for (Metric metric : experiment.metrics()) {
      row.add(results.estimate(arm.name(), metric.key()).map(Table::interval).orElse(""));
    }
    row.add(Integer.toString(results.of(arm.name()).size()));
    return row;
  }

  private static String interval(Estimate estimate) {
    return estimate.n() > 1
        ? number(estimate.mean()) + " ± " + number(estimate.halfWidth())
        : number(estimate.mean());
  }

  private static String number(double value) {
    boolean small = value != 0 && Math.abs(value) < 1e-4;
    return String.format(Locale.ROOT, small ? "%.1e" : "%.4f", value);
  }

  /** For a page. */
  String markdown() {
    List<List<String>> cells = cells();
    var text = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      text.append("| ").append(String.join(" | ", cells.get(i))).append(" |\n");
      if (i == 0) {
        text.append("|---".repeat(cells.getFirst().size())).append("|\n");
      }
    }
    return text.toString();
  }

  /** For a terminal: columns padded to equal width. */
  String plain() {
    List<List<String>> cells = cells();
    var widths = new int[cells.getFirst().size()];
    for (List<String> row : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return cells.stream()
        .map(row -> padded(row, widths))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String padded(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }

  /** One line a bar. */
  static String verdicts(List<Bar> bars) {
    return bars.stream()
        .map(
            bar ->
                String.format(
                    Locale.ROOT,
                    "%-6s %s: %s (%s, n = %d)%n",
                    bar.holds() ? "holds" : "MISSED",
                    bar.name(),
                    number(bar.value()),
                    bar.bar(),
                    bar.n()))
        .collect(Collectors.joining());
  }
}
