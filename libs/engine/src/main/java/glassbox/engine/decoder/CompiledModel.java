package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import glassbox.engine.checkpoint.AdapterWeights;
import glassbox.engine.checkpoint.DecoderWeights;
import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.forward.SessionOptions;
import java.util.ArrayList;
import java.util.List;

/** A compiled step and the weights it is called with. Safe for concurrent sessions. */
final class CompiledModel implements Executions {
  private final ModelConfig config;
  private final Script script;
  private final ScriptLayout layout;
  private final List<IValue> weights = new ArrayList<>();

  private CompiledModel(ModelConfig config, Script script, ScriptLayout layout) {
    this.config = config;
    this.script = script;
    this.layout = layout;
  }

  /**
   * Packs the weights.
   *
   * @param manager owns the module; outlives the model
   * @param adapters of lanes 1, 2, ...
   */
  static CompiledModel load(
      NDManager manager,
      DecoderWeights source,
      List<AdapterWeights> adapters,
      Precision precision) {
    try (NDManager scratch = manager.newSubManager()) {
      LoadedWeights loaded = WeightLoader.load(scratch, source, adapters);
      return of(manager, source.config(), loaded, precision);
    }
  }

  private static CompiledModel of(
      NDManager manager, ModelConfig config, LoadedWeights loaded, Precision precision) {
    ScriptLayout layout = ScriptLayout.of(config, loaded);
    Script script = Script.load(manager, StepScript.write(config, layout, precision));
    CompiledModel model = new CompiledModel(config, script, layout);
    model.keep(StepScript.PACK, model.named(layout.matrices(), loaded));
    model.keep(StepScript.KEEP, model.named(layout.vectors(), loaded));
    model.keep(StepScript.CONVERT, model.named(layout.biases(), loaded));
    model.keep(StepScript.CONVERT, updates(layout, loaded));
    return model;
  }

  @Override
  public int nativeArrays() {
    return layout.arrays();
  }

  private void keep(String method, List<NDArray> arrays) {
    weights.add(script.call(method, arrays));
  }

  private List<NDArray> named(List<String> names, LoadedWeights loaded) {
    return names.stream().map(loaded::get).toList();
  }

  /** A [in, r] and B [r, out] of every site. */
  private static List<NDArray> updates(ScriptLayout layout, LoadedWeights loaded) {
    List<NDArray> updates = new ArrayList<>();
    for (String site : layout.sites()) {
      LoadedWeights.AdaptedSite adapted = loaded.adapted(site);
      long rows = adapted.folded().getShape().get(0);
      updates.add(adapted.a());
      updates.add(NativeEngine.slice(adapted.folded(), 0, rows - adapted.lanes().length, rows));
    }
    return updates;
  }

  @Override
  public Execution open(
      NDManager manager, int[] laneOfRow, SessionOptions options, List<LaneRun> runs) {
    if (options.needsChannel()) {
      throw new IllegalArgumentException("the compiled step has no legible routing");
    }
    List<NDArray> masks = new ArrayList<>();
    boolean adapted = false;
    for (List<Integer> lanes : layout.laneSets()) {
      float[] mask = mask(lanes, laneOfRow);
      for (float value : mask) {
        adapted |= value != 0;
      }
      masks.add(manager.create(mask, new Shape(laneOfRow.length, 1, lanes.size())));
    }
    List<IValue> arguments = new ArrayList<>(weights);
    IValue converted = script.call(StepScript.CONVERT, masks);
    masks.forEach(NDArray::close);
    arguments.add(converted);
    String method = adapted ? StepScript.ADAPTED : StepScript.PLAIN;
    return new CompiledExecution(
        config, script, method, arguments, manager, laneOfRow.length, options.trace());
  }

  private static float[] mask(List<Integer> lanes, int[] laneOfRow) {
    int[] columns = lanes.stream().mapToInt(Integer::intValue).toArray();
    return LoadedWeights.mask(columns, laneOfRow);
  }

  @Override
  public void close() {
    weights.forEach(IValue::close);
  }
}
