package glassbox.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import glassbox.engine.gradient.Views;

/**
 * Rotary causal attention over T positions from 0.
 *
 * <p>Rotation in half-split form: {@code x cos + rotateHalf(x) sin}, with {@code rotateHalf}
 * written as a product with a signed permutation, which is exact and costs one operation.
 */
final class CausalAttention {

  private static final float MASKED = -1e9f;

  private final LlamaShape shape;
  private final NDArray cos;
  private final NDArray sin;
  private final NDArray rotateHalf;
  private final NDArray mask;

  CausalAttention(NDManager step, LlamaShape shape, int positions) {
    this.shape = shape;
    int size = shape.headSize();
    this.cos = angles(step, positions, true);
    this.sin = angles(step, positions, false);
    this.rotateHalf = rotation(step, size);
    this.mask = mask(step, positions);
  }

  /** From queries, keys and values {@code [B, T, H*D]} to their mixture {@code [B, T, H*D]}. */
  NDArray apply(NDArray queries, NDArray keys, NDArray values) {
    long rows = queries.getShape().get(0);
    long positions = queries.getShape().get(1);
    var split = new Shape(rows, positions, shape.heads(), shape.headSize());
    NDArray q = rotated(queries.reshape(split)).transpose(0, 2, 1, 3); // [B, H, T, D]
    NDArray k = rotated(keys.reshape(split)).transpose(0, 2, 3, 1); // [B, H, D, T]
    NDArray v = values.reshape(split).transpose(0, 2, 1, 3); // [B, H, T, D]
    NDArray scores =
        Views.scaled(q.matMul(k), 1 / Math.sqrt(shape.headSize())).add(mask); // [B, H, T, T]
    NDArray mixed = scores.softmax(-1).matMul(v).transpose(0, 2, 1, 3); // [B, T, H, D]
    return mixed.reshape(rows, positions, shape.hiddenSize());
  }

  private NDArray rotated(NDArray x) {
    return x.mul(cos).add(x.matMul(rotateHalf).mul(sin));
  }

  /** {@code [T, 1, D]}, both halves of D with the same angles. */
  private NDArray angles(NDManager step, int positions, boolean cosine) {
    int size = shape.headSize();
    var data = new float[positions * size];
    for (int t = 0; t < positions; t++) {
      for (int j = 0; j < size; j++) {
        int pair = j % (size / 2);
        double angle = t * Math.pow(shape.ropeTheta(), -2.0 * pair / size);
        data[t * size + j] = (float) (cosine ? Math.cos(angle) : Math.sin(angle));
      }
    }
    return step.create(data, new Shape(positions, 1, size));
  }

  /**
   * {@code [D, D]} with {@code (x R)[j] = -x[j + D/2]} in the first half, {@code x[j - D/2]} after.
   */
  private static NDArray rotation(NDManager step, int size) {
    var data = new float[size * size];
    int half = size / 2;
    for (int j = 0; j < half; j++) {
      data[(j + half) * size + j] = -1;
      data[j * size + j + half] = 1;
    }
    return step.create(data, new Shape(size, size));
  }

  private static NDArray mask(NDManager step, int positions) {
    var data = new float[positions * positions];
    for (int row = 0; row < positions; row++) {
      for (int column = row + 1; column < positions; column++) {
        data[row * positions + column] = MASKED;
      }
    }
    return step.create(data, new Shape(positions, positions));
  }
}
