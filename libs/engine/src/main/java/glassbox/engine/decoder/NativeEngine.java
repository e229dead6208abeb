package glassbox.engine.decoder;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/** The few calls that the portable array interface lacks or makes slow, and the engine's start. */
final class NativeEngine {
  private static final long[] STEPS = {1, 1, 1, 1, 1};

  private NativeEngine() {}

  /** Starts the engine if need be; the caller closes the manager. */
  static NDManager start(int threads) {
    System.setProperty("ai.djl.offline", "true");
    setIfAbsent("ai.djl.pytorch.num_interop_threads", "1");
    setIfAbsent("ai.djl.pytorch.num_threads", Integer.toString(threads));
    NDManager manager = Engine.getEngine("PyTorch").newBaseManager();
    if (JniUtils.getNumThreads() != threads) {
      JniUtils.setNumThreads(threads);
    }
    return manager;
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /**
   * View [from, to) of every dimension; belongs to {@code manager}, whatever array it came from.
   */
  static NDArray slice(NDManager manager, NDArray array, long[] from, long[] to) {
    return JniUtils.index((PtNDArray) array, from, to, steps(from.length), (PtNDManager) manager);
  }

  /** View [from, to) of one dimension; belongs to the array's manager. */
  static NDArray slice(NDArray array, int dimension, long from, long to) {
    return JniUtils.slice((PtNDArray) array, dimension, from, to, 1);
  }

  /** Copies {@code value} into [from, to) of {@code target}; the shapes agree. */
  static void write(NDArray target, NDArray value, long[] from, long[] to) {
    JniUtils.indexSet((PtNDArray) target, (PtNDArray) value, from, to, steps(from.length));
  }

  /** Concatenates along the last of three dimensions; belongs to the first array's manager. */
  static NDArray join(NDArray first, NDArray second, int dimension) {
    return JniUtils.cat(new PtNDArray[] {(PtNDArray) first, (PtNDArray) second}, dimension);
  }

  /** Rows of a table whose first dimension {@code indices} [n] counts, flattened to [n, m]. */
  static NDArray rows(NDArray indices, NDArray table) {
    NDArray flat = JniUtils.flatten((PtNDArray) table, 1, table.getShape().dimension() - 1L);
    NDArray picked = JniUtils.embedding((PtNDArray) indices, (PtNDArray) flat, false);
    flat.close();
    return picked;
  }

  /** Arrays that {@code manager} and the managers under it hold. */
  static int count(NDManager manager) {
    return manager.getManagedArrays().size();
  }

  private static long[] steps(int dimensions) {
    return dimensions == STEPS.length ? STEPS : java.util.Arrays.copyOf(STEPS, dimensions);
  }
}
