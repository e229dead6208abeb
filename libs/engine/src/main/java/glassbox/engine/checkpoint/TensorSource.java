package glassbox.engine.checkpoint;

import java.util.Set;

/** Named tensors of a checkpoint, read one at a time. */
public interface TensorSource extends AutoCloseable {
  Set<String> names();

  /** The type the tensor is stored in. */
  Dtype dtype(String name);

  /**
   * Sizes, outermost first; empty for a scalar.
   *
   * @throws CheckpointException when there is no such tensor
   */
  long[] shape(String name);

  /**
   * All elements, row-major, widened to f32.
   *
   * @throws CheckpointException when there is no such tensor or it does not fit an array
   */
  float[] read(String name);

  @Override
  void close();
}
