package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A compiled module. Safe for concurrent calls.
 *
 * <p>Its lists of arrays stay inside: bfloat16 and packed arrays must never become arrays of the
 * portable interface.
 */
final class Script {
  private final PtSymbolBlock module;

  private Script(PtSymbolBlock module) {
    this.module = module;
  }

  /**
   * @param manager owns the module
   */
  static Script load(NDManager manager, String source) {
    try (var bytes = new ByteArrayInputStream(ScriptArchive.of(source))) {
      return new Script(JniUtils.loadModule((PtNDManager) manager, bytes, false, false));
    } catch (IOException e) {
      throw new UncheckedIOException("an archive in memory", e);
    }
  }

  /** What the method returns; the caller closes it. */
  IValue call(String method, IValue... arguments) {
    // Of this thread: as written, without profiling, which would pay only over many more runs and
    // would let the first runs of a shape differ from later ones.
    JniUtils.setGraphExecutorOptimize(false);
    return IValueUtils.runMethod(module, method, arguments);
  }

  /** As {@link #call} for a method from a list of arrays. */
  IValue call(String method, List<NDArray> arrays) {
    try (IValue argument = list(arrays)) {
      return call(method, argument);
    }
  }

  static IValue list(List<NDArray> arrays) {
    return IValue.listFrom(arrays.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new));
  }
}
