package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import glassbox.engine.checkpoint.ModelConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One script call a step; the caches stay behind the script's lists. */
final class CompiledExecution implements Execution {
  private static final int BLOCK = 64;

  private final ModelConfig config;
  private final Script script;
  private final String method;
  private final List<IValue> model;
  private final NDManager manager;
  private final int rows;
  private final boolean trace;
  private final Steps steps;
  private final List<Integer> windows;
  private @Nullable IValue cache;
  private int capacity;

  /**
   * @param model the arguments before the caches; the last is closed with the session, as the
   *     manager is
   */
  CompiledExecution(
      ModelConfig config,
      Script script,
      String method,
      List<IValue> model,
      NDManager manager,
      int rows,
      boolean trace) {
    this.config = config;
    this.script = script;
    this.method = method;
    this.model = List.copyOf(model);
    this.manager = manager;
    this.rows = rows;
    this.trace = trace;
    this.steps = new Steps(config);
    this.windows = StepScript.windows(config);
  }

  @Override
  public void reserve(int held, int needed) {
    IValue old = cache;
    if (old != null && needed <= capacity) {
      return;
    }
    int wanted = Math.min(Math.max(needed + BLOCK, 2 * capacity), config.contextLength());
    capacity = Math.max(needed, (wanted + BLOCK - 1) / BLOCK * BLOCK);
    long[] shape = {2, rows, config.keyValueHeads(), capacity, config.headDim()};
    try (IValue from = old == null ? Script.list(List.of()) : old;
        IValue count = IValue.from(old == null ? 0L : held);
        IValue sizes = IValue.listFrom(shape)) {
      cache = script.call(StepScript.GROW, from, count, sizes);
    }
  }

  @Override
  public float[] step(int[][] ids, int from, int to, int past, boolean all) {
    IValue held = cache;
    if (held == null) {
      throw new IllegalStateException("no room reserved");
    }
    OptionalInt window = config.slidingWindow();
    try (NDManager step = manager.newSubManager();
        IValue arrays = Script.list(arrays(step, ids, from, to, past));
        IValue numbers =
            IValue.listFrom(
                new long[] {past, all ? 1 : 0, trace ? 1 : 0, Step.firstKey(past, window)})) {
      List<IValue> arguments = new ArrayList<>(model);
      arguments.addAll(List.of(held, arrays, numbers));
      try (IValue result = script.call(method, arguments.toArray(IValue[]::new))) {
        return result.toTensor((PtNDManager) step).toFloatArray();
      }
    }
  }

  private List<NDArray> arrays(NDManager step, int[][] ids, int from, int to, int past) {
    Step tables = steps.step(step, rows, to - from, past, Trace.none());
    List<NDArray> arrays = new ArrayList<>();
    arrays.add(ArrayExecution.ids(step, ids, new int[rows], from, to));
    arrays.add(tables.cosine());
    arrays.add(tables.sine());
    for (int window : windows) {
      NDArray mask = tables.masks().get(window);
      if (mask != null) {
        arrays.add(mask);
      }
    }
    return arrays;
  }

  @Override
  public int nativeArrays() {
    int caches = cache == null ? 0 : config.layers();
    return NativeEngine.count(manager) + caches;
  }

  @Override
  public void close() {
    model.getLast().close();
    IValue held = cache;
    if (held != null) {
      held.close();
    }
    manager.close();
  }
}
