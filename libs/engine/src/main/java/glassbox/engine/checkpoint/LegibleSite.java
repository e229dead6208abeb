package glassbox.engine.checkpoint;

/**
 * One layer's legible bottleneck over activations h [d], with m atoms of which k may be active:
 *
 * <pre>
 *   pre  = relu(encoder (h - decoderBias) + encoderBias)
 *   code = the k largest of pre, the rest 0; of equal ones those of lower index
 *   hhat = decoder code + decoderBias
 * </pre>
 *
 * <p>The arrays are not copied; do not change them.
 */
public final class LegibleSite {
  /** How far a column of the decoder may be from unit length: bfloat16 rounding and to spare. */
  public static final double COLUMN_TOLERANCE = 1e-2;

  private final float[] encoder;
  private final float[] encoderBias;
  private final float[] decoder;
  private final float[] decoderBias;

  /**
   * A site whose numbers can be used.
   *
   * @param encoder [m, d], row-major
   * @param encoderBias [m]
   * @param decoder [d, m], row-major, columns of unit length
   * @param decoderBias [d]
   * @throws IllegalArgumentException when sizes do not fit together, a value is not finite, or a
   *     column of the decoder is not of unit length
   */
  public LegibleSite(float[] encoder, float[] encoderBias, float[] decoder, float[] decoderBias) {
    this.encoder = encoder;
    this.encoderBias = encoderBias;
    this.decoder = decoder;
    this.decoderBias = decoderBias;
    requireSize("encoder.weight", encoder);
    requireSize("decoder.weight", decoder);
    requireFinite("encoder.weight", encoder);
    requireFinite("encoder.bias", encoderBias);
    requireFinite("decoder.weight", decoder);
    requireFinite("decoder.bias", decoderBias);
    requireUnitColumns();
  }

  /** m. */
  public int atoms() {
    return encoderBias.length;
  }

  /** d. */
  public int width() {
    return decoderBias.length;
  }

  /** [m, d]. */
  public float[] encoder() {
    return encoder;
  }

  /** [m]. */
  public float[] encoderBias() {
    return encoderBias;
  }

  /** [d, m]. */
  public float[] decoder() {
    return decoder;
  }

  /** [d]. */
  public float[] decoderBias() {
    return decoderBias;
  }

  private void requireSize(String name, float[] values) {
    if (values.length == 0 || values.length != (long) atoms() * width()) {
      throw new IllegalArgumentException(
          "%s has %d values for %d atoms of width %d"
              .formatted(name, values.length, atoms(), width()));
    }
  }

  private static void requireFinite(String name, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException("%s[%d] = %s: not finite".formatted(name, i, values[i]));
      }
    }
  }

  private void requireUnitColumns() {
    double[] squares = new double[atoms()];
    for (int i = 0; i < decoder.length; i++) {
      squares[i % squares.length] += (double) decoder[i] * decoder[i];
    }
    for (int atom = 0; atom < squares.length; atom++) {
      double length = Math.sqrt(squares[atom]);
      if (Math.abs(length - 1) > COLUMN_TOLERANCE) {
        throw new IllegalArgumentException(
            "decoder.weight column %d has length %s: not 1 within %s"
                .formatted(atom, length, COLUMN_TOLERANCE));
      }
    }
  }
}
