package glassbox.lab.training;

import glassbox.engine.training.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Lists of examples, each drawn from in proportion to its weight. */
final class Mix {

  private record Part(List<Example> examples, double weight) {}

  private final List<Part> parts = new ArrayList<>();
  private double total;

  /** Adds a part; an empty one is left out. */
  Mix add(double weight, List<Example> examples) {
    if (!examples.isEmpty()) {
      parts.add(new Part(List.copyOf(examples), weight));
      total += weight;
    }
    return this;
  }

  Example draw(RandomGenerator random) {
    double at = random.nextDouble() * total;
    for (Part part : parts) {
      at -= part.weight();
      if (at < 0) {
        return part.examples().get(random.nextInt(part.examples().size()));
      }
    }
    Part last = parts.getLast();
    return last.examples().get(random.nextInt(last.examples().size()));
  }
}
