package glassbox.lab.legible;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finished runs of an experiment.
 *
 * @param runs by arm, then by seed in ascending order
 */
record Results(Map<String, TreeMap<Long, Measurement>> runs) {

  /** Finished runs of an arm; empty where there are none. */
  TreeMap<Long, Measurement> of(String arm) {
    return runs.getOrDefault(arm, new TreeMap<>());
  }

  /** A metric's mean over the arm's seeds, unless no run of the arm has it. */
  Optional<Estimate> estimate(String arm, String metric) {
    List<Double> values = values(arm, metric);
    return values.isEmpty() ? Optional.empty() : Optional.of(Estimate.of(values));
  }

  List<Double> values(String arm, String metric) {
    return of(arm).values().stream()
        .filter(run -> run.numbers().containsKey(metric))
        .map(run -> run.numbers().getOrDefault(metric, 0.0))
        .toList();
  }
}
