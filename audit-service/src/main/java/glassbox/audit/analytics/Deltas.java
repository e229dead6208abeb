package glassbox.audit.analytics;

import glassbox.contracts.analytics.DeltaQuality;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Certified tokens by the level of their delta, and the runs they are of. */
final class Deltas {
  private static final double LEVELS = 255;

  private final NavigableMap<Integer, Long> tokens = new TreeMap<>();
  private long certifiedRuns;
  private long untrustedRuns;

  /** The level of a delta in [0, 1] as blocks store it: {@code (level / 255)^2}. */
  static int level(double delta) {
    return Math.toIntExact(Math.round(LEVELS * Math.sqrt(delta)));
  }

  private static double delta(int level) {
    double root = level / LEVELS;
    return root * root;
  }

  void addRuns(long certified, long untrusted) {
    certifiedRuns += certified;
    untrustedRuns += untrusted;
  }

  void addTokens(int level, long count) {
    tokens.merge(level, count, Long::sum);
  }

  /** The outward form. */
  DeltaQuality quality() {
    long all = tokens.values().stream().mapToLong(Long::longValue).sum();
    if (all == 0) {
      return new DeltaQuality(certifiedRuns, untrustedRuns, 0, null, null, null);
    }
    double sum = 0;
    for (var entry : tokens.entrySet()) {
      sum += delta(entry.getKey()) * entry.getValue();
    }
    return new DeltaQuality(
        certifiedRuns, untrustedRuns, all, sum / all, p95(all), delta(tokens.lastKey()));
  }

  /** The smallest level's delta that at least 95% of the tokens do not exceed. */
  private double p95(long all) {
    long rank = (95 * all + 99) / 100;
    long below = 0;
    for (var entry : tokens.entrySet()) {
      below += entry.getValue();
      if (below >= rank) {
        return delta(entry.getKey());
      }
    }
    throw new IllegalStateException("fewer tokens than there are");
  }
}
