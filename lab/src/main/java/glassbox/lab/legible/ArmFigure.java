package glassbox.lab.legible;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A panel a metric, a row an arm: every run as a dot, the mean with its 95% confidence interval,
 * and dashed what the metric is held to, or else the first published figure.
 */
final class ArmFigure {

  private static final int LABELS = 130;
  private static final int PANEL = 150;
  private static final int GAP = 18;
  private static final int TOP = 34;
  private static final int ROW = 18;
  private static final int BOTTOM = 26;
  private static final int MOST_PANELS = 6;

  private final Experiment experiment;
  private final Results results;
  private final List<String> arms;
  private final StringBuilder svg = new StringBuilder();

  ArmFigure(Experiment experiment, Results results) {
    this.experiment = experiment;
    this.results = results;
    this.arms = List.copyOf(results.runs().keySet());
  }

  String draw() {
    List<Metric> metrics =
        experiment.metrics().subList(0, Math.min(MOST_PANELS, experiment.metrics().size()));
    int width = LABELS + metrics.size() * (PANEL + GAP) + GAP;
    int height = TOP + arms.size() * ROW + BOTTOM;
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"11\">%n"
            + "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n",
        width, height, width, height);
    for (int row = 0; row < arms.size(); row++) {
      add("<text x=\"6\" y=\"%d\">%s</text>%n", middle(row) + 4, arms.get(row));
    }
    for (int i = 0; i < metrics.size(); i++) {
      panel(metrics.get(i), LABELS + i * (PANEL + GAP));
    }
    return svg.append("</svg>\n").toString();
  }

  private void panel(Metric metric, int left) {
    Optional<Double> target = target(metric);
    double low = target.orElse(Double.POSITIVE_INFINITY);
    double high = target.orElse(Double.NEGATIVE_INFINITY);
    for (String arm : arms) {
      for (double value : results.values(arm, metric.key())) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (!(low <= high)) {
      return;
    }
    double margin = Math.max(1e-9, (high - low) * 0.06);
    var scale = new Scale(low - margin, high + margin, left);
    frame(metric, scale, low, high);
    target.ifPresent(value -> dashed(scale.x(value)));
    for (int row = 0; row < arms.size(); row++) {
      marks(metric, arms.get(row), middle(row), scale);
    }
  }

  private Optional<Double> target(Metric metric) {
    if (metric.hasBar()) {
      return Optional.of(metric.limit());
    }
    return experiment.published().stream()
        .map(Published::values)
        .filter(values -> values.containsKey(metric.key()))
        .map((Map<String, Double> values) -> values.getOrDefault(metric.key(), 0.0))
        .findFirst();
  }

  private void frame(Metric metric, Scale scale, double low, double high) {
    int bottom = TOP + arms.size() * ROW;
    add(
        "<text x=\"%d\" y=\"20\" font-weight=\"bold\">%s</text>%n"
            + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\""
            + " stroke=\"#c0c0c0\"/>%n",
        scale.left(), metric.title(), scale.left(), TOP, PANEL, bottom - TOP);
    add("<text x=\"%d\" y=\"%d\">%.3g</text>%n", scale.left(), bottom + 15, low);
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.3g</text>%n",
        scale.left() + PANEL, bottom + 15, high);
  }

  private void dashed(double x) {
    add(
        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#b00020\""
            + " stroke-dasharray=\"4 3\"/>%n",
        x, x, TOP, TOP + arms.size() * ROW);
  }

  private void marks(Metric metric, String arm, int y, Scale scale) {
    for (double value : results.values(arm, metric.key())) {
      add("<circle cx=\"%.1f\" cy=\"%d\" r=\"2\" fill=\"#9db4e0\"/>%n", scale.x(value), y);
    }
    results
        .estimate(arm, metric.key())
        .ifPresent(
            estimate -> {
              double from = scale.inside(estimate.mean() - estimate.halfWidth());
              double to = scale.inside(estimate.mean() + estimate.halfWidth());
              add(
                  "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#1040c0\"/>%n"
                      + "<circle cx=\"%.1f\" cy=\"%d\" r=\"3.5\" fill=\"#1040c0\"/>%n",
                  from, to, y, y, scale.x(estimate.mean()), y);
            });
  }

  private static int middle(int row) {
    return TOP + row * ROW + ROW / 2;
  }

  private void add(String template, Object... values) {
    svg.append(String.format(Locale.ROOT, template, values));
  }

  /** From values to places of a panel that begins at {@code left}. */
  private record Scale(double low, double high, int left) {

    double x(double value) {
      return left + (value - low) / (high - low) * PANEL;
    }

    double inside(double value) {
      return x(Math.max(low, Math.min(high, value)));
    }
  }
}
