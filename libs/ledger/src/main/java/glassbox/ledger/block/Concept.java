package glassbox.ledger.block;

/**
 * An atom of a specialist's legible bottleneck that was active where a token was predicted.
 *
 * @param specialist its index in the block
 * @param site number of the bottleneck within the specialist, from 0
 * @param atom number of the atom within the site, from 0
 * @param activation finite; a block stores it as the nearest binary16 number (11 significant bits,
 *     magnitudes up to 65,504)
 */
public record Concept(int specialist, int site, int atom, double activation) {
  /** Most concepts a token can have. */
  public static final int MOST = 5;

  private static final double LARGEST = 65_504;

  public Concept {
    if (specialist < 0 || site < 0 || atom < 0) {
      throw new IllegalArgumentException("specialist, site and atom must not be negative");
    }
    if (!Double.isFinite(activation)) {
      throw new IllegalArgumentException("activation must be finite");
    }
  }

  /** As it is stored. */
  Concept stored() {
    return new Concept(specialist, site, atom, Float.float16ToFloat(bits()));
  }

  /** The activation as binary16. */
  short bits() {
    return Float.floatToFloat16((float) Math.clamp(activation, -LARGEST, LARGEST));
  }
}
