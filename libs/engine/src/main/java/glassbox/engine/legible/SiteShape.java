package glassbox.engine.legible;

/**
 * Sizes of a bottleneck.
 *
 * @param width d, width of the activations it reads
 * @param atoms m, atoms it can name
 * @param active k, most atoms that may be active at once; at most m
 */
public record SiteShape(int width, int atoms, int active) {

  public SiteShape {
    if (width < 1 || active < 1 || active > atoms) {
      throw new IllegalArgumentException(
          "a site of width " + width + " cannot have " + active + " of " + atoms + " atoms active");
    }
  }
}
