package glassbox.lab.legible;

import glassbox.lab.results.Bar;
import java.util.OptionalDouble;

/**
 * A measured quantity.
 *
 * @param key its name in the data
 * @param title its name for people
 * @param atLeast the least it is to reach, if it is held to that
 * @param atMost the most it may be, if it is held to that
 */
record Metric(String key, String title, OptionalDouble atLeast, OptionalDouble atMost) {

  static Metric plain(String key, String title) {
    return new Metric(key, title, OptionalDouble.empty(), OptionalDouble.empty());
  }

  static Metric atLeast(String key, String title, double limit) {
    return new Metric(key, title, OptionalDouble.of(limit), OptionalDouble.empty());
  }

  static Metric atMost(String key, String title, double limit) {
    return new Metric(key, title, OptionalDouble.empty(), OptionalDouble.of(limit));
  }

  boolean hasBar() {
    return atLeast.isPresent() || atMost.isPresent();
  }

  /** The limit it is held to. Requires {@link #hasBar()}. */
  double limit() {
    return atLeast.orElseGet(atMost::orElseThrow);
  }

  /** Whether the mean reaches the limit. Requires {@link #hasBar()}. */
  Bar bar(String name, Estimate estimate) {
    boolean least = atLeast.isPresent();
    boolean holds = least ? estimate.mean() >= limit() : estimate.mean() <= limit();
    String bar = (least ? ">= " : "<= ") + limit();
    return new Bar(name, estimate.mean(), "mean over seeds", bar, holds, estimate.n());
  }
}
