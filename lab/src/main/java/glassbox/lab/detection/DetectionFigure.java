package glassbox.lab.detection;

import glassbox.lab.detection.Reliability.Bin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Left the receiver operating characteristics, right the reliability curves, as SVG. */
record DetectionFigure(List<Study> studies, ScoredSet together) {

  private static final int SIDE = 300;
  private static final int LEFT = 50;
  private static final int GAP = 70;
  private static final int TOP = 30;
  private static final int LEGEND = 18;
  private static final double LARGEST_DOT = 7;
  private static final List<String> COLOURS =
      List.of("#202020", "#1040c0", "#c05000", "#007040", "#9020a0");

  DetectionFigure {
    studies = List.copyOf(studies);
  }

  String draw() {
    List<ScoredSet> sets = new ArrayList<>();
    sets.add(together);
    studies.forEach(study -> sets.add(study.sets().getFirst()));
    int right = LEFT + SIDE + GAP;
    int width = right + SIDE + 20;
    int height = TOP + SIDE + 50 + LEGEND * sets.size();
    var svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" \
        font-size="11">
        <rect width="%d" height="%d" fill="#ffffff"/>
        """
            .formatted(width, height, width, height));
    frame(svg, LEFT, "sound runs flagged", "flawed runs found");
    frame(svg, right, "probability given", "share of runs that were flawed");
    for (int i = 0; i < sets.size(); i++) {
      String colour = COLOURS.get(i % COLOURS.size());
      curve(svg, LEFT, colour, Auroc.curve(sets.get(i).points()));
      reliability(svg, right, colour, sets.get(i).reliability());
      legend(svg, colour, sets.get(i), TOP + SIDE + 50 + LEGEND * i);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void frame(StringBuilder svg, int left, String across, String up) {
    append(
        svg,
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#808080\"/>%n",
        left,
        TOP,
        SIDE,
        SIDE);
    append(
        svg,
        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#b0b0b0\""
            + " stroke-dasharray=\"4 3\"/>%n",
        left,
        TOP + SIDE,
        left + SIDE,
        TOP);
    append(svg, "<text x=\"%d\" y=\"%d\">%s</text>%n", left, TOP - 8, up);
    append(
        svg,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
        left + SIDE,
        TOP + SIDE + 30,
        across);
    for (int tick = 0; tick <= 4; tick++) {
      double value = tick / 4.0;
      append(
          svg,
          "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%.2f</text>%n",
          left + value * SIDE,
          TOP + SIDE + 14,
          value);
      append(
          svg,
          "<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%.2f</text>%n",
          left - 6,
          TOP + SIDE - value * SIDE + 4,
          value);
    }
  }

  private static void curve(StringBuilder svg, int left, String colour, List<double[]> points) {
    append(svg, "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"", colour);
    points.forEach(point -> append(svg, "%.1f,%.1f ", x(left, point[0]), y(point[1])));
    svg.append("\"/>\n");
  }

  private static void reliability(
      StringBuilder svg, int left, String colour, Reliability reliability) {
    List<Bin> filled = reliability.bins().stream().filter(bin -> bin.runs() > 0).toList();
    int all = filled.stream().mapToInt(Bin::runs).sum();
    curve(
        svg,
        left,
        colour,
        filled.stream().map(bin -> new double[] {bin.probability(), bin.share()}).toList());
    for (Bin bin : filled) {
      append(
          svg,
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" fill-opacity=\"0.6\"/>%n",
          x(left, bin.probability()),
          y(bin.share()),
          1.5 + LARGEST_DOT * Math.sqrt((double) bin.runs() / all),
          colour);
    }
  }

  private static void legend(StringBuilder svg, String colour, ScoredSet set, int y) {
    append(
        svg,
        "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"4\" fill=\"%s\"/>%n"
            + "<text x=\"%d\" y=\"%d\">%s: AUROC %.3f, ECE %.3f, %d runs</text>%n",
        LEFT,
        y - 6,
        colour,
        LEFT + 18,
        y,
        set.words(),
        set.auroc().value(),
        set.reliability().error(),
        set.auroc().runs());
  }

  private static double x(int left, double share) {
    return left + share * SIDE;
  }

  private static double y(double share) {
    return TOP + SIDE - share * SIDE;
  }

  private static void append(StringBuilder svg, String template, Object... values) {
    svg.append(String.format(Locale.ROOT, template, values));
  }
}
