package glassbox.lab.evaluation;

import glassbox.lab.training.DemoTraining;
import java.util.List;
import java.util.Locale;

/** Shares of exact answers: for each domain the base, its specialist and the mixture, as SVG. */
final class ExactFigure {

  private static final int WIDTH = 700;
  private static final int BAR = 10;
  private static final int GROUP = 3 * BAR + 12;
  private static final int LEFT = 120;
  private static final int LONGEST = 500;
  private static final List<String> COLOURS = List.of("#999999", "#c06010", "#1040c0");

  private ExactFigure() {}

  static String draw(Findings findings) {
    int height = GROUP * findings.results().size() + 40;
    var svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" \
        font-size="11">
        <rect width="%d" height="%d" fill="#ffffff"/>
        """
            .formatted(WIDTH, height, WIDTH, height));
    int top = 8;
    for (DomainResult result : findings.results()) {
      group(svg, result, top);
      top += GROUP;
    }
    legend(svg, top);
    return svg.append("</svg>\n").toString();
  }

  private static void group(StringBuilder svg, DomainResult result, int top) {
    svg.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n"
            .formatted(LEFT - 6, top + 2 * BAR, result.domain().id()));
    List<Double> rates =
        List.of(
            result.rate(DemoTraining.BASE),
            result.rate(result.specialist()),
            result.rate(ClosedBook.MIXTURE));
    for (int i = 0; i < rates.size(); i++) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n"
                  + "<text x=\"%.1f\" y=\"%d\" font-size=\"9\">%.2f</text>%n",
              LEFT,
              top + i * BAR,
              LONGEST * rates.get(i),
              BAR - 1,
              COLOURS.get(i),
              LEFT + LONGEST * rates.get(i) + 4,
              top + i * BAR + 8,
              rates.get(i)));
    }
  }

  private static void legend(StringBuilder svg, int top) {
    List<String> names = List.of("base alone", "in-domain specialist alone", "mixture");
    for (int i = 0; i < names.size(); i++) {
      svg.append(
          "<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"10\" fill=\"%s\"/>%n"
              .formatted(LEFT + i * 170, top + 8, COLOURS.get(i)));
      svg.append(
          "<text x=\"%d\" y=\"%d\">%s</text>%n"
              .formatted(LEFT + i * 170 + 15, top + 17, names.get(i)));
    }
  }
}
