package glassbox.lab.legible;

import java.util.Map;

/**
 * A row of figures that others published.
 *
 * @param label whose and of what
 * @param values by metric
 */
record Published(String label, Map<String, Double> values) {

  Published {
    values = Map.copyOf(values);
  }
}
