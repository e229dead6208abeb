package glassbox.lab.training;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Lists of texts, each drawn from in proportion to its weight. */
final class Mix<T> {

  private record Part<T>(List<T> texts, double weight) {}

  private final List<Part<T>> parts = new ArrayList<>();
  private double total;

  /** Adds a part; an empty one is left out. */
  Mix<T> add(double weight, List<T> texts) {
    if (!texts.isEmpty()) {
      parts.add(new Part<>(List.copyOf(texts), weight));
      total += weight;
    }
    return this;
  }

  /** Number of texts in all. */
  int size() {
    return parts.stream().mapToInt(part -> part.texts().size()).sum();
  }

  /** Every text, part by part. */
  List<T> all() {
    return parts.stream().flatMap(part -> part.texts().stream()).toList();
  }

  T draw(RandomGenerator random) {
    double at = random.nextDouble() * total;
    for (Part<T> part : parts) {
      at -= part.weight();
      if (at < 0) {
        return part.texts().get(random.nextInt(part.texts().size()));
      }
    }
    Part<T> last = parts.getLast();
    return last.texts().get(random.nextInt(last.texts().size()));
  }
}
