package glassbox.engine.checkpoint;

import java.util.List;

/** A tensor to be written; the values are not copied. */
public final class Tensor {
  private final List<Long> shape;
  private final float[] values;

  private Tensor(List<Long> shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * @param values row-major
   * @throws IllegalArgumentException when their number is not the product of the shape
   */
  public static Tensor of(float[] values, long... shape) {
    long elements = 1;
    for (long size : shape) {
      elements = Math.multiplyExact(elements, size);
    }
    if (elements != values.length) {
      throw new IllegalArgumentException(values.length + " values for " + elements + " elements");
    }
    return new Tensor(java.util.Arrays.stream(shape).boxed().toList(), values);
  }

  public List<Long> shape() {
    return shape;
  }

  public float[] values() {
    return values;
  }
}
