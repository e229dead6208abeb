package glassbox.lab.bench;

import java.util.List;
import java.util.Locale;

/** Tokens per second as horizontal bars, each size on its own scale, as SVG. */
final class SpeedFigure {
  private static final int WIDTH = 700;
  private static final int ROW = 26;
  private static final int LEFT = 320;
  private static final int LONGEST = 300;

  private SpeedFigure() {}

  static String draw(List<DecoderBench.Speed> speeds) {
    int height = ROW * speeds.size() + 10;
    var svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" \
        font-size="11">
        <rect width="%d" height="%d" fill="#ffffff"/>
        """
            .formatted(WIDTH, height, WIDTH, height));
    for (int i = 0; i < speeds.size(); i++) {
      bar(svg, speeds.get(i), 5 + i * ROW, largest(speeds, speeds.get(i).size()));
    }
    return svg.append("</svg>\n").toString();
  }

  private static double largest(List<DecoderBench.Speed> speeds, String size) {
    return speeds.stream()
        .filter(speed -> speed.size().equals(size))
        .mapToDouble(DecoderBench.Speed::tokensPerSecond)
        .max()
        .orElse(1);
  }

  private static void bar(StringBuilder svg, DecoderBench.Speed speed, int top, double largest) {
    double width = LONGEST * speed.tokensPerSecond() / largest;
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s: %s</text>%n"
                + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#1040c0\"/>%n"
                + "<text x=\"%.1f\" y=\"%d\">%.0f</text>%n",
            LEFT - 6,
            top + 14,
            speed.size(),
            speed.name(),
            LEFT,
            top + 2,
            width,
            ROW - 8,
            LEFT + width + 4,
            top + 14,
            speed.tokensPerSecond()));
  }
}
