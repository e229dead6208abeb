package glassbox.engine.decoder;

import ai.djl.ndarray.NDManager;
import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.LegibleLanes;
import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.LegibleChannel;
import glassbox.engine.forward.SessionOptions;
import java.util.List;
import java.util.Optional;

/**
 * A base model and its adapters in the native engine. Rows of a session may run different lanes;
 * the base's weights are read once for all of them.
 *
 * <p>Legible routing and codes run on {@link Backend#ARRAYS}, in f32, whatever backend serves full
 * routing; where that is another, the model is in memory twice from the first such session on. So
 * it is where a session asks for the other backend by name.
 *
 * <p>Safe for concurrent sessions, which give the same bits as one after the other. Close sessions
 * first.
 */
public final class Decoder implements ForwardModel {
  private final NDManager manager;
  private final ModelConfig config;
  private final LoadedBackends backends;
  private final List<Optional<LegibleChannel>> channels;
  private final Backend backend;
  private final Precision precision;

  private Decoder(
      NDManager manager,
      ModelConfig config,
      LoadedBackends backends,
      List<Optional<LegibleChannel>> channels,
      DecoderOptions options) {
    this.manager = manager;
    this.config = config;
    this.backends = backends;
    this.channels = channels;
    this.backend = backend(config, options);
    this.precision = options.precision();
    backends.on(backend);
  }

  /**
   * Reads all weights into native memory.
   *
   * @param adapters become lanes 1, 2, ...
   * @throws glassbox.engine.checkpoint.CheckpointException when a directory cannot be used or an
   *     adapter changes an expert's matrix, which the batch of lanes does not cover
   * @throws IllegalArgumentException when the precision is not f32 and the compiled backend does
   *     not cover the model
   */
  public static Decoder load(
      ModelDirectory base, List<AdapterDirectory> adapters, DecoderOptions options) {
    ModelConfig config = base.config();
    if (backend(config, options) != Backend.COMPILED && options.precision() != Precision.F32) {
      throw new IllegalArgumentException(
          "%s: precision %s is not for %s models"
              .formatted(base.path(), options.precision(), config.architecture()));
    }
    List<Optional<LegibleChannel>> channels = LegibleChannels.of(LegibleLanes.read(base, adapters));
    NDManager manager = NativeEngine.start(options.threads());
    try {
      LoadedBackends backends = new LoadedBackends(manager, base, adapters, options.precision());
      return new Decoder(manager, config, backends, channels, options);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  private static Backend backend(ModelConfig config, DecoderOptions options) {
    boolean compiled = options.backend() == Backend.COMPILED && StepScript.covers(config);
    return compiled ? Backend.COMPILED : Backend.ARRAYS;
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
    return channels.size();
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
  public Optional<LegibleChannel> channel(int lane) {
    return channels.get(lane);
  }

  @Override
  public String backend(SessionOptions options) {
    return label(chosen(options));
  }

  @Override
  public ForwardSession open(int[] laneOfRow, SessionOptions options) {
    return open(laneOfRow, options, DecoderSession.STEP_BUDGET);
  }

  ForwardSession open(int[] laneOfRow, SessionOptions options, long budget) {
    checkLanes(laneOfRow, lanes());
    List<LaneRun> runs = options.needsChannel() ? LaneRun.of(laneOfRow, channels) : List.of();
    Executions executions = backends.on(chosen(options));
    Execution execution = executions.open(manager.newSubManager(), laneOfRow, options, runs);
    Readout readout = new Readout(config, laneOfRow.length, options, runs);
    return new DecoderSession(config, execution, laneOfRow.length, readout, budget);
  }

  /** What runs the steps of full routing: compiled where asked for and covered. */
  Backend backend() {
    return backend;
  }

  private Backend chosen(SessionOptions options) {
    if (options.needsChannel()) {
      return Backend.ARRAYS;
    }
    for (Backend candidate : Backend.values()) {
      boolean covers = candidate == Backend.ARRAYS || StepScript.covers(config);
      if (covers && options.backend().equals(Optional.of(label(candidate)))) {
        return candidate;
      }
    }
    return backend;
  }

  private String label(Backend of) {
    return of == Backend.COMPILED && precision == Precision.BF16
        ? of.label() + "-bf16"
        : of.label();
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
    return NativeEngine.count(manager) + backends.nativeArrays();
  }

  @Override
  public void close() {
    backends.close();
    manager.close();
  }
}
