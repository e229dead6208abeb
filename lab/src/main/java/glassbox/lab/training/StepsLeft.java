package glassbox.lab.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps that the models of a run still need: the base first and alone, then the others in order,
 * some at a time. Safe for use by several threads.
 */
final class StepsLeft {

  private static final List<String> ALONE = List.of(DemoTraining.BASE, DemoTraining.REFINED);

  private final int lanes;
  private final Map<String, Integer> left = new LinkedHashMap<>();

  /**
   * @param lanes models trained at a time once the base is finished
   */
  StepsLeft(int lanes) {
    this.lanes = lanes;
  }

  /** Notes what {@code id} still needs; models are trained in the order they are first named in. */
  synchronized void note(String id, int steps) {
    left.put(id, steps);
  }

  /** Steps one after another until the last model is finished. */
  synchronized int untilTheEnd() {
    int[] busy = new int[lanes];
    left.forEach(
        (id, steps) -> {
          if (!ALONE.contains(id)) {
            Arrays.sort(busy);
            busy[0] += steps;
          }
        });
    int alone = ALONE.stream().mapToInt(id -> left.getOrDefault(id, 0)).sum();
    return alone + Arrays.stream(busy).max().orElse(0);
  }
}
