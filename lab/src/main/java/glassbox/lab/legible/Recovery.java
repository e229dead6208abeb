package glassbox.lab.legible;

import glassbox.engine.legible.Reading;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * How well atoms stand for concepts: the one-to-one match with the largest sum of absolute Pearson
 * correlations.
 *
 * @param atomOf atom of each concept
 * @param correlations absolute correlation of each concept with its atom
 */
@SuppressWarnings("ArrayRecordComponent")
record Recovery(int[] atomOf, double[] correlations) {

  static Recovery of(Reading reading, boolean[][] concepts) {
    double[][] correlation = correlations(reading.code(), reading.atoms(), concepts);
    int[] atomOf = Assignment.largest(correlation);
    var matched = new double[atomOf.length];
    for (int k = 0; k < matched.length; k++) {
      matched[k] = correlation[k][atomOf[k]];
    }
    return new Recovery(atomOf, matched);
  }

  /** {@code [concepts][atoms]}; 0 for an atom or concept that never changes. */
  private static double[][] correlations(float[] code, int atoms, boolean[][] concepts) {
    int n = concepts.length;
    var result = new double[concepts[0].length][atoms];
    for (int k = 0; k < result.length; k++) {
      int concept = k;
      double[] present = centred(n, row -> concepts[row][concept] ? 1 : 0);
      for (int a = 0; a < atoms; a++) {
        int atom = a;
        double[] active = centred(n, row -> code[row * atoms + atom]);
        double scale = Math.sqrt(dot(present, present) * dot(active, active));
        result[k][a] = scale > 1e-12 ? Math.abs(dot(present, active)) / scale : 0;
      }
    }
    return result;
  }

  private static double[] centred(int n, IntToDoubleFunction value) {
    var values = new double[n];
    Arrays.setAll(values, value);
    double mean = Arrays.stream(values).average().orElseThrow();
    Arrays.setAll(values, i -> values[i] - mean);
    return values;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  double mean() {
    return Arrays.stream(correlations).average().orElseThrow();
  }

  double min() {
    return Arrays.stream(correlations).min().orElseThrow();
  }
}
