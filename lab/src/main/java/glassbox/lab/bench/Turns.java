package glassbox.lab.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures several runs in turn, round after round. */
final class Turns {
  private final Map<String, Run> runs = new LinkedHashMap<>();
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  /** Something whose cost is of interest. */
  @FunctionalInterface
  interface Run {
    void run();

    /** Comes before each run and is not measured. */
    default void prepare() {}
  }

  Turns add(String name, Run run) {
    runs.put(name, run);
    seconds.put(name, new ArrayList<>());
    return this;
  }

  /** One round that does not count, then {@code rounds} that do. */
  Turns measure(int rounds) {
    for (int round = -1; round < rounds; round++) {
      for (Map.Entry<String, Run> entry : runs.entrySet()) {
        entry.getValue().prepare();
        long start = System.nanoTime();
        entry.getValue().run();
        double taken = (System.nanoTime() - start) / 1e9;
        if (round >= 0) {
          seconds.getOrDefault(entry.getKey(), List.of()).add(taken);
        }
      }
    }
    return this;
  }

  /** Median seconds of one run. */
  double seconds(String name) {
    return median(seconds.getOrDefault(name, List.of()));
  }

  /** Median over the rounds of how much longer {@code name} took than {@code other}. */
  double ratio(String name, String other) {
    List<Double> ratios = new ArrayList<>();
    List<Double> numerators = seconds.getOrDefault(name, List.of());
    List<Double> denominators = seconds.getOrDefault(other, List.of());
    for (int i = 0; i < numerators.size(); i++) {
      ratios.add(numerators.get(i) / denominators.get(i));
    }
    return median(ratios);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
