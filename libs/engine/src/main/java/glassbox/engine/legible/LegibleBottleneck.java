package glassbox.engine.legible;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import glassbox.engine.gradient.Views;
import glassbox.engine.gradient.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The primitive.
 *
 * <pre>
 *   pre  = relu(W_enc (h - b_dec) + b_enc)   W_enc [m, d]
 *   code = the k largest of pre, the rest 0
 *   hhat = W_dec code + b_dec                W_dec [d, m], unit columns
 *   leak = h - hhat
 * </pre>
 *
 * An exponential moving average of W_dec, the anchor, keeps what each atom has come to mean.
 */
public final class LegibleBottleneck {

  private static final String DECODER = "decoder.weight";
  private static final String DECODER_BIAS = "decoder.bias";
  private static final String ENCODER = "encoder.weight";
  private static final String ENCODER_BIAS = "encoder.bias";
  private static final float MOMENTUM = 0.99f;

  private final SiteShape shape;
  private final String prefix;
  private final Weights weights;
  private final NDArray anchor;

  /**
   * A bottleneck over trained {@code weights}.
   *
   * @param prefix what the names of its weights begin with
   * @param anchor {@code [d, m]}, updated in place
   */
  public LegibleBottleneck(SiteShape shape, String prefix, Weights weights, NDArray anchor) {
    this.shape = shape;
    this.prefix = prefix;
    this.weights = weights;
    this.anchor = anchor;
  }

  /** Name of the decoder of the bottleneck whose names begin with {@code prefix}. */
  public static String decoder(String prefix) {
    return prefix + DECODER;
  }

  /** Names and shapes of the trained weights. */
  public static Map<String, long[]> shapes(SiteShape shape, String prefix) {
    var shapes = new LinkedHashMap<String, long[]>();
    shapes.put(prefix + ENCODER, new long[] {shape.atoms(), shape.width()});
    shapes.put(prefix + ENCODER_BIAS, new long[] {shape.atoms()});
    shapes.put(prefix + DECODER, new long[] {shape.width(), shape.atoms()});
    shapes.put(prefix + DECODER_BIAS, new long[] {shape.width()});
    return shapes;
  }

  /** First values: random unit atoms, the encoder their transpose, biases 0. */
  public static Map<String, float[]> initial(
      SiteShape shape, String prefix, RandomGenerator random) {
    int d = shape.width();
    int m = shape.atoms();
    float[] decoder = Initial.uniform(d * m, 1 / Math.sqrt(m), random);
    var encoder = new float[m * d];
    for (int atom = 0; atom < m; atom++) {
      double norm = 0;
      for (int i = 0; i < d; i++) {
        norm += (double) decoder[i * m + atom] * decoder[i * m + atom];
      }
      for (int i = 0; i < d; i++) {
        decoder[i * m + atom] /= (float) Math.sqrt(norm);
        encoder[atom * d + i] = decoder[i * m + atom];
      }
    }
    var values = new LinkedHashMap<String, float[]>();
    values.put(prefix + ENCODER, encoder);
    values.put(prefix + ENCODER_BIAS, new float[m]);
    values.put(prefix + DECODER, decoder);
    values.put(prefix + DECODER_BIAS, new float[d]);
    return values;
  }

  /** Reads {@code h}, {@code [R, d]}. */
  public Passage pass(NDArray h) {
    NDArray code = encode(h);
    NDArray reconstruction = decode(code);
    return new Passage(h, code, reconstruction, h.sub(reconstruction));
  }

  private NDArray encode(NDArray h) {
    NDArray centred = h.sub(weights.get(prefix + DECODER_BIAS));
    NDArray sums =
        Views.times(centred, weights.get(prefix + ENCODER)).add(weights.get(prefix + ENCODER_BIAS));
    return largest(sums.getNDArrayInternal().relu(), shape.active()); // [R, m]
  }

  /** From a code {@code [R, m]} to what it explains, {@code [R, d]}. */
  NDArray decode(NDArray code) {
    return Views.times(code, weights.get(prefix + DECODER)).add(weights.get(prefix + DECODER_BIAS));
  }

  /** Keeps exactly the {@code k} largest entries of each row; of equal ones, any. */
  static NDArray largest(NDArray pre, int k) {
    Shape shape = pre.getShape();
    if (k >= shape.get(1)) {
      return pre;
    }
    NDManager manager = pre.getManager();
    NDArray indices = pre.stopGradient().topK(k, 1, true, false).get(1); // [R, k]
    NDArray ones = manager.ones(new Shape(shape.get(0), k));
    NDArray mask = manager.zeros(shape).scatter(indices, ones, 1);
    return pre.mul(mask);
  }

  /** Mean over atoms of the squared distance between the atom and its anchor; a scalar. */
  public NDArray anchorDrift(NDManager step) {
    NDArray apart = weights.get(prefix + DECODER).sub(anchor);
    apart.attach(step);
    return apart.mul(apart).sum(new int[] {0}).mean();
  }

  /** Length of the decoder's bias; a scalar. */
  public NDArray offset(NDManager step) {
    NDArray bias = weights.get(prefix + DECODER_BIAS);
    NDArray squares = bias.mul(bias);
    squares.attach(step);
    return squares.sum().add(1e-8f).sqrt();
  }

  /** To be called after each optimiser step: unit columns again, and the anchor follows. */
  public void settle(NDManager step) {
    NDArray decoder = weights.get(prefix + DECODER).stopGradient();
    decoder.attach(step);
    decoder.divi(decoder.norm(new int[] {0}, true).add(1e-12));
    anchor.muli(MOMENTUM).addi(Views.scaled(decoder, 1 - MOMENTUM));
  }
}
