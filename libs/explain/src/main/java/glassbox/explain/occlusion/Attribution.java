package glassbox.explain.occlusion;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Importances of input units.
 *
 * @param baseScore score with every unit kept, nats
 * @param importances one a unit, in text order, nats: score kept minus score occluded; positive
 *     where the unit supports the answer
 */
public record Attribution(double baseScore, List<Double> importances) {

  public Attribution {
    importances = List.copyOf(importances);
  }

  static Attribution of(double baseScore, double[] occluded) {
    return new Attribution(
        baseScore, Arrays.stream(occluded).mapToObj(score -> baseScore - score).toList());
  }

  /** Unit numbers, most important first; equal importances in text order. */
  public List<Integer> ranking() {
    return IntStream.range(0, importances.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(importances::get)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
