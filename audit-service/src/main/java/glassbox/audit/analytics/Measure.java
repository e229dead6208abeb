package glassbox.audit.analytics;

import glassbox.contracts.analytics.HistogramBin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rollups keep a histogram of, and its bins. */
enum Measure {
  /** Critics' agreement: ten equal bins. */
  CSA,
  /** Clump order parameter: ten equal bins. */
  CHI,
  /** Largest absolute residual, nats: below 1e-15, then decades, then from 1e-2. */
  RESIDUAL,
  /** How the run ended: one bin a {@link glassbox.contracts.run.Decision}. */
  DECISION,
  /** What the gate said: one bin an outcome. */
  GATE;

  private static final int TENTHS = 10;
  private static final double[] DECADES = {
    1e-15, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2
  };

  /** The first bin of residuals that are not strict, lenient, flagged. */
  static final int FROM_LENIENT = residualBin(1e-5);

  static final int FROM_FLAGGED = residualBin(1e-3);
  static final int FROM_CATASTROPHIC = residualBin(1e-2);

  /** The bin of a value in [0, 1]. */
  static int tenth(double value) {
    return Math.clamp((int) Math.floor(value * TENTHS), 0, TENTHS - 1);
  }

  /** The bin of an absolute residual; NaN is in the last. */
  static int residualBin(double residual) {
    for (int bin = 0; bin < DECADES.length; bin++) {
      if (residual < DECADES[bin]) {
        return bin;
      }
    }
    return DECADES.length;
  }

  static List<HistogramBin> tenths(Map<Integer, Long> counts) {
    List<HistogramBin> bins = new ArrayList<>();
    for (int bin = 0; bin < TENTHS; bin++) {
      double from = bin / (double) TENTHS;
      @Nullable Double to = bin + 1 == TENTHS ? null : (bin + 1) / (double) TENTHS;
      bins.add(new HistogramBin(from, to, counts.getOrDefault(bin, 0L)));
    }
    return bins;
  }

  static List<HistogramBin> decades(Map<Integer, Long> counts) {
    List<HistogramBin> bins = new ArrayList<>();
    for (int bin = 0; bin <= DECADES.length; bin++) {
      double from = bin == 0 ? 0 : DECADES[bin - 1];
      @Nullable Double to = bin == DECADES.length ? null : DECADES[bin];
      bins.add(new HistogramBin(from, to, counts.getOrDefault(bin, 0L)));
    }
    return bins;
  }
}
