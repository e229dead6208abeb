package glassbox.engine.decoder;

import ai.djl.ndarray.NDManager;
import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.AdapterWeights;
import glassbox.engine.checkpoint.CheckpointException;
import glassbox.engine.checkpoint.DecoderWeights;
import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.checkpoint.WeightKey;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import java.util.List;

/**
 * A base model and its adapters in the native engine. Rows of a session may run different lanes;
 * the base's weights are read once for all of them.
 *
 * <p>Safe for concurrent sessions, which give the same bits as one after the other. Close sessions
 * first.
 */
public final class Decoder implements ForwardModel {
  private final NDManager manager;
  private final ModelConfig config;
  private final Executions executions;
  private final int lanes;

  private Decoder(NDManager manager, ModelConfig config, Executions executions, int lanes) {
    this.manager = manager;
    this.config = config;
    this.executions = executions;
    this.lanes = lanes;
  }

  /**
   * Reads all weights into native memory.
   *
   * @param adapters become lanes 1, 2, ...
   * @throws CheckpointException when a directory cannot be used or an adapter changes an expert's
   *     matrix, which the batch of lanes does not cover
   * @throws IllegalArgumentException when the precision is not f32 and the compiled backend does
   *     not cover the model
   */
  public static Decoder load(
      ModelDirectory base, List<AdapterDirectory> adapters, DecoderOptions options) {
    ModelConfig config = base.config();
    boolean compiled = options.backend() == Backend.COMPILED && StepScript.covers(config);
    if (!compiled && options.precision() != Precision.F32) {
      throw new IllegalArgumentException(
          "%s: precision %s is not for %s models"
              .formatted(base.path(), options.precision(), config.architecture()));
    }
    NDManager manager = NativeEngine.start(options.threads());
    try (DecoderWeights source = DecoderWeights.open(base)) {
      List<AdapterWeights> updates =
          adapters.stream().map(adapter -> read(adapter, config)).toList();
      Executions executions =
          compiled
              ? CompiledModel.load(manager, source, updates, options.precision())
              : new ArrayModel(config, WeightLoader.load(manager, source, updates));
      return new Decoder(manager, config, executions, 1 + adapters.size());
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  private static AdapterWeights read(AdapterDirectory adapter, ModelConfig base) {
    AdapterWeights weights = AdapterWeights.read(adapter, base);
    for (WeightKey key : weights.keys()) {
      if (key.expert() != WeightKey.DENSE) {
        throw new CheckpointException(
            "%s: target_modules reaches %s of expert %d in layer %d: experts take no adapters"
                .formatted(adapter.path(), key.projection(), key.expert(), key.layer()));
      }
    }
    return weights;
  }

  /**
   * Full models of equal shape as the lanes of one model: a session with one row of each, in order,
   * runs them as one batched product; any other choice of rows runs lane by lane.
   *
   * @param options whatever the backend asked for, a stack runs on {@link Backend#ARRAYS}
   * @throws IllegalArgumentException when there is none, their shapes differ, or the precision is
   *     not f32
   */
  public static ForwardModel stacked(List<ModelDirectory> models, DecoderOptions options) {
    return StackedDecoder.load(models, options);
  }

  @Override
  public int lanes() {
    return lanes;
  }

  @Override
  public int vocabularySize() {
    return config.vocabularySize();
  }

  @Override
  public int contextLength() {
    return config.contextLength();
  }

  @Override
  public ForwardSession open(int[] laneOfRow, boolean trace) {
    return open(laneOfRow, trace, DecoderSession.STEP_BUDGET);
  }

  ForwardSession open(int[] laneOfRow, boolean trace, long budget) {
    checkLanes(laneOfRow, lanes);
    Execution execution = executions.open(manager.newSubManager(), laneOfRow, trace);
    return new DecoderSession(config, execution, laneOfRow.length, trace, budget);
  }

  /** What runs the steps: compiled where asked for and covered. */
  Backend backend() {
    return executions instanceof CompiledModel ? Backend.COMPILED : Backend.ARRAYS;
  }

  static void checkLanes(int[] laneOfRow, int lanes) {
    if (laneOfRow.length == 0) {
      throw new IllegalArgumentException("a session needs at least one row");
    }
    for (int lane : laneOfRow) {
      if (lane < 0 || lane >= lanes) {
        throw new IllegalArgumentException("no lane " + lane + " among " + lanes);
      }
    }
  }

  /** Native arrays that this decoder and its sessions hold. */
  int nativeArrays() {
    return NativeEngine.count(manager) + executions.nativeArrays();
  }

  @Override
  public void close() {
    executions.close();
    manager.close();
  }
}
