package glassbox.lab.legible;

import glassbox.engine.legible.Recipe;
import java.util.List;

/**
 * One way to train, compared with the others.
 *
 * @param name short, also a file name
 * @param meaning what sets it apart, in words
 * @param phases recipes one after the other; their seeds are replaced by the run's
 */
record Arm(String name, String meaning, List<Recipe> phases) {

  Arm {
    if (!name.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("an arm cannot be called " + name);
    }
    phases = List.copyOf(phases);
  }

  int steps() {
    return phases.stream().mapToInt(Recipe::steps).sum();
  }
}
