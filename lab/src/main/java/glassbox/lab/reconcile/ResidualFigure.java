package glassbox.lab.reconcile;

import java.util.List;
import java.util.Locale;

/** The sorted residuals on a logarithmic scale, with the bars they are held to, as SVG. */
final class ResidualFigure {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final int LEFT = 60;
  private static final int RIGHT = 150;
  private static final int TOP = 20;
  private static final int BOTTOM = 40;
  private static final double LOWEST = 1e-17;
  private static final double HIGHEST = 1e-1;

  private ResidualFigure() {}

  static String draw(List<Double> ascending) {
    var svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" \
        font-size="11">
        <rect width="%d" height="%d" fill="#ffffff"/>
        """
            .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT));
    line(svg, 1e-2, "#b00020", "catastrophic 1e-2");
    line(svg, 1e-3, "#d07000", "refused from 1e-3");
    line(svg, 1e-5, "#a0a000", "strict 1e-5");
    line(svg, 4e-6, "#606060", "published max 4e-6");
    line(svg, 1e-9, "#007040", "our bar 1e-9");
    svg.append("<polyline fill=\"none\" stroke=\"#1040c0\" stroke-width=\"2\" points=\"");
    int n = ascending.size();
    for (int i = 0; i < n; i += Math.max(1, n / 200)) {
      point(svg, (double) i / (n - 1), ascending.get(i));
    }
    point(svg, 1, ascending.getLast());
    svg.append("\"/>\n");
    axis(svg);
    return svg.append("</svg>\n").toString();
  }

  private static void point(StringBuilder svg, double x, double residual) {
    svg.append(
        String.format(Locale.ROOT, "%.1f,%.1f ", LEFT + x * (WIDTH - LEFT - RIGHT), y(residual)));
  }

  private static void line(StringBuilder svg, double residual, String colour, String label) {
    int end = WIDTH - RIGHT;
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
                + " stroke-dasharray=\"4 3\"/>%n<text x=\"%d\" y=\"%.1f\" fill=\"%s\">%s</text>%n",
            LEFT,
            end,
            y(residual),
            y(residual),
            colour,
            end + 6,
            y(residual) + (residual == 4e-6 ? 9 : 3),
            colour,
            label));
  }

  private static void axis(StringBuilder svg) {
    for (int exponent = -16; exponent <= -2; exponent += 2) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">1e%d</text>%n",
              LEFT - 6,
              y(Math.pow(10, exponent)) + 4,
              exponent));
    }
    svg.append(
        "<text x=\"%d\" y=\"%d\">tokens, by residual (nats)</text>%n".formatted(LEFT, HEIGHT - 14));
  }

  private static double y(double residual) {
    double clamped = Math.max(LOWEST, residual);
    double part = Math.log(HIGHEST / clamped) / Math.log(HIGHEST / LOWEST);
    return TOP + part * (HEIGHT - TOP - BOTTOM);
  }
}
