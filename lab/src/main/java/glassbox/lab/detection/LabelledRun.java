package glassbox.lab.detection;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run with what was measured of it and what it is.
 *
 * @param group its kind
 * @param cluster what it is about: runs of one cluster are not independent
 * @param flawed whether it is to be flagged
 * @param signals by name; those that could not be measured are left out
 */
record LabelledRun(String group, String cluster, boolean flawed, Map<String, Double> signals) {
  LabelledRun {
    signals = Collections.unmodifiableMap(new TreeMap<>(signals));
  }

  /** The run in one line, for digests. */
  String line() {
    return group + "|" + cluster + "|" + flawed + "|" + signals;
  }
}
