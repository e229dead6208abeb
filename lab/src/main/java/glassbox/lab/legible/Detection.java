package glassbox.lab.legible;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a score tells positives from negatives.
 *
 * @param auc area under the receiver operating characteristic; ties count half
 * @param truePositiveRate share of positives found at a threshold that at most 1% of the negatives
 *     reach
 */
record Detection(double auc, double truePositiveRate) {

  private static final double FALSE_POSITIVE_RATE = 0.01;

  /** Requires at least one positive and one negative. */
  static Detection of(double[] scores, boolean[] positive) {
    List<Integer> order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -scores[i]))
            .toList();
    long positives = IntStream.range(0, positive.length).filter(i -> positive[i]).count();
    long negatives = positive.length - positives;
    if (positives == 0 || negatives == 0) {
      throw new IllegalArgumentException("detection needs positives and negatives");
    }
    double area = 0;
    double rate = 0;
    long found = 0;
    long alarms = 0;
    for (int from = 0; from < order.size(); ) {
      int to = from;
      long foundHere = 0;
      while (to < order.size() && scores[order.get(to)] == scores[order.get(from)]) {
        foundHere += positive[order.get(to++)] ? 1 : 0;
      }
      long alarmsHere = to - from - foundHere;
      area += alarmsHere * (found + foundHere / 2.0);
      found += foundHere;
      alarms += alarmsHere;
      if (alarms <= FALSE_POSITIVE_RATE * negatives) {
        rate = (double) found / positives;
      }
      from = to;
    }
    return new Detection(area / ((double) positives * negatives), rate);
  }
}
