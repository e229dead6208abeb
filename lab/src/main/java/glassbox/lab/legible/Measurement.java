package glassbox.lab.legible;

import java.util.List;
import java.util.Map;

/**
 * What one run of an arm gave.
 *
 * @param recipe the recipe it came from, in full: a result of another recipe does not count
 * @param numbers by metric
 * @param lists longer data by name
 */
record Measurement(String recipe, Map<String, Double> numbers, Map<String, List<Double>> lists) {

  Measurement {
    numbers = Map.copyOf(numbers);
    lists = Map.copyOf(lists);
  }

  /**
   * The list called {@code name}.
   *
   * @throws IllegalArgumentException when there is none
   */
  List<Double> list(String name) {
    List<Double> list = lists.get(name);
    if (list == null) {
      throw new IllegalArgumentException("a finished run has no list " + name);
    }
    return list;
  }
}
