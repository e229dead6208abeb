package glassbox.lab.detection;

import glassbox.lab.detection.Auroc.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities are what they say.
 *
 * @param bins of equal width over [0, 1]
 * @param error mean distance of a bin's probability from its share, weighted by its runs (ECE)
 * @param brier mean squared distance of the probabilities from the labels
 */
record Reliability(List<Bin> bins, double error, double brier) {

  private static final int BINS = 10;

  Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * Runs of similar probability.
   *
   * @param probability mean; the bin's middle where it is empty
   * @param share of runs that are to be flagged; 0 where it is empty
   */
  record Bin(double from, double to, int runs, double probability, double share) {}

  static Reliability of(List<Point> points) {
    var bins = new ArrayList<Bin>();
    double error = 0;
    for (int b = 0; b < BINS; b++) {
      int number = b;
      List<Point> own =
          points.stream()
              .filter(p -> Math.min(BINS - 1, (int) (p.probability() * BINS)) == number)
              .toList();
      double middle = (b + 0.5) / BINS;
      double probability = own.stream().mapToDouble(Point::probability).average().orElse(middle);
      double share = own.stream().mapToDouble(p -> p.flawed() ? 1 : 0).average().orElse(0);
      bins.add(new Bin((double) b / BINS, (b + 1.0) / BINS, own.size(), probability, share));
      error += own.size() * Math.abs(probability - share) / points.size();
    }
    double brier =
        points.stream()
            .mapToDouble(p -> Math.pow(p.probability() - (p.flawed() ? 1 : 0), 2))
            .average()
            .orElse(Double.NaN);
    return new Reliability(bins, error, brier);
  }
}
