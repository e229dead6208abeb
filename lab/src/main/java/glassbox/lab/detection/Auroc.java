package glassbox.lab.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Area under the receiver operating characteristic with a 95% interval from resampled clusters.
 *
 * @param value ties count half; NaN without both labels
 * @param low 2.5th percentile
 * @param high 97.5th percentile
 * @param runs how many
 * @param flawed how many of them are to be flagged
 * @param clusters how many independent groups of runs
 */
record Auroc(double value, double low, double high, int runs, int flawed, int clusters) {

  private static final int SAMPLES = 1_000;
  private static final long SEED = 20_261_128;

  /**
   * A scored run.
   *
   * @param cluster runs of one cluster are drawn together
   * @param probability as the product would say
   */
  record Point(String cluster, boolean flawed, double logit, double probability) {}

  static Auroc of(List<Point> points) {
    Map<String, List<Point>> clusters = new LinkedHashMap<>();
    points.forEach(
        point -> clusters.computeIfAbsent(point.cluster(), _ -> new ArrayList<>()).add(point));
    List<List<Point>> groups = List.copyOf(clusters.values());
    var random = new SplittableRandom(SEED);
    double[] areas =
        IntStream.range(0, SAMPLES)
            .mapToDouble(
                _ -> {
                  var sample = new ArrayList<Point>();
                  for (int i = 0; i < groups.size(); i++) {
                    sample.addAll(groups.get(random.nextInt(groups.size())));
                  }
                  return area(sample);
                })
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    int flawed = (int) points.stream().filter(Point::flawed).count();
    return new Auroc(
        area(points),
        quantile(areas, 0.025),
        quantile(areas, 0.975),
        points.size(),
        flawed,
        groups.size());
  }

  private static double quantile(double[] ascending, double share) {
    return ascending.length == 0
        ? Double.NaN
        : ascending[(int) Math.round(share * (ascending.length - 1))];
  }

  /** Share of pairs of a flawed and a sound run in which the flawed one scores higher. */
  static double area(List<Point> points) {
    List<Point> ascending =
        points.stream().sorted(Comparator.comparingDouble(Point::logit)).toList();
    double won = 0;
    long sound = 0;
    long flawed = 0;
    for (int from = 0; from < ascending.size(); ) {
      int to = from;
      long soundHere = 0;
      while (to < ascending.size() && ascending.get(to).logit() == ascending.get(from).logit()) {
        soundHere += ascending.get(to++).flawed() ? 0 : 1;
      }
      long flawedHere = to - from - soundHere;
      won += flawedHere * (sound + soundHere / 2.0);
      sound += soundHere;
      flawed += flawedHere;
      from = to;
    }
    return sound == 0 || flawed == 0 ? Double.NaN : won / ((double) sound * flawed);
  }

  /** Share of flawed runs found, at every share of sound ones that is flagged with them. */
  static List<double[]> curve(List<Point> points) {
    List<Point> descending =
        points.stream().sorted(Comparator.comparingDouble(Point::logit).reversed()).toList();
    double flawed = points.stream().filter(Point::flawed).count();
    double sound = points.size() - flawed;
    var curve = new ArrayList<double[]>();
    curve.add(new double[] {0, 0});
    double found = 0;
    double alarms = 0;
    for (int i = 0; i < descending.size(); i++) {
      found += descending.get(i).flawed() ? 1 : 0;
      alarms += descending.get(i).flawed() ? 0 : 1;
      boolean last = i + 1 == descending.size();
      if (last || descending.get(i + 1).logit() != descending.get(i).logit()) {
        curve.add(new double[] {alarms / Math.max(1, sound), found / Math.max(1, flawed)});
      }
    }
    return curve;
  }
}
