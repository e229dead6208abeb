package glassbox.esi.heat;

/**
 * How a pass is decoded.
 *
 * @param temperature above 0, at most 2
 * @param topP nucleus mass in (0, 1]
 */
public record Heat(double temperature, double topP) {
  public Heat {
    if (!(temperature > 0 && temperature <= 2)) {
      throw new IllegalArgumentException("temperature must be in (0, 2], not " + temperature);
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("top-p must be in (0, 1], not " + topP);
    }
  }

  /** The same nucleus at another temperature. */
  public Heat withTemperature(double other) {
    return new Heat(other, topP);
  }
}
