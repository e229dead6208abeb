package glassbox.engine.decoder;

import ai.djl.ndarray.NDManager;
import glassbox.engine.checkpoint.DecoderWeights;
import glassbox.engine.checkpoint.LegibleLanes;
import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.LegibleChannel;
import glassbox.engine.forward.SessionOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Full models of equal shape, one a lane, in arrays with the lane as first dimension. */
final class StackedDecoder implements ForwardModel {
  private final NDManager manager;
  private final ModelConfig config;
  private final StackedWeights weights;
  private final List<Lane> lanes;

  /** One model's legible bottlenecks, as those of a model of its own. */
  private record Lane(Optional<LegibleChannel> channel, LegibleArrays arrays) {}

  private StackedDecoder(
      NDManager manager, ModelConfig config, StackedWeights weights, List<Lane> lanes) {
    this.manager = manager;
    this.config = config;
    this.weights = weights;
    this.lanes = List.copyOf(lanes);
  }

  static StackedDecoder load(List<ModelDirectory> models, DecoderOptions options) {
    if (models.isEmpty()) {
      throw new IllegalArgumentException("a stack needs at least one model");
    }
    if (options.precision() != Precision.F32) {
      throw new IllegalArgumentException("a stack runs in F32, not " + options.precision());
    }
    ModelConfig config = models.getFirst().config();
    for (ModelDirectory model : models) {
      checkSame(config, model);
    }
    NDManager manager = NativeEngine.start(options.threads());
    try {
      List<Lane> lanes = models.stream().map(model -> lane(manager, model)).toList();
      return new StackedDecoder(manager, config, read(manager, models), lanes);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  private static Lane lane(NDManager manager, ModelDirectory model) {
    LegibleLanes legible = LegibleLanes.read(model, List.of());
    return new Lane(LegibleChannels.of(legible).getFirst(), LegibleArrays.load(manager, legible));
  }

  private static StackedWeights read(NDManager manager, List<ModelDirectory> models) {
    try (NDManager scratch = manager.newSubManager()) {
      List<LoadedWeights> lanes = new ArrayList<>();
      for (ModelDirectory model : models) {
        try (DecoderWeights source = DecoderWeights.open(model)) {
          lanes.add(WeightLoader.load(scratch, source, List.of()));
        }
      }
      return StackedWeights.of(manager, lanes);
    }
  }

  private static void checkSame(ModelConfig first, ModelDirectory model) {
    if (!computation(first).equals(computation(model.config()))) {
      throw new IllegalArgumentException(
          "%s cannot be stacked: %s differs from %s"
              .formatted(model.path().getFileName(), model.config(), first));
    }
  }

  /** The configuration without what does not change the computation. */
  private static ModelConfig computation(ModelConfig c) {
    return new ModelConfig(
        c.architecture(),
        c.vocabularySize(),
        c.hiddenSize(),
        c.layers(),
        c.heads(),
        c.keyValueHeads(),
        c.headDim(),
        c.intermediateSize(),
        c.normEpsilon(),
        false,
        c.contextLength(),
        c.rotary(),
        c.slidingWindow(),
        c.windowedLayers(),
        c.attentionBias(),
        c.outputBias(),
        c.mlpBias(),
        c.queryKeyNorm(),
        c.activation(),
        c.experts(),
        List.of(),
        c.dtype(),
        c.rotaryPrecision());
  }

  @Override
  public int lanes() {
    return weights.lanes();
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
    return lanes.get(lane).channel();
  }

  @Override
  public String backend(SessionOptions options) {
    return Backend.ARRAYS.label();
  }

  @Override
  public ForwardSession open(int[] laneOfRow, SessionOptions options) {
    Decoder.checkLanes(laneOfRow, lanes());
    if (options.needsChannel()) {
      LaneRun.of(laneOfRow, IntStream.range(0, lanes()).mapToObj(this::channel).toList());
      return laneByLane(laneOfRow, options);
    }
    boolean inOrder =
        laneOfRow.length == lanes()
            && IntStream.range(0, lanes()).allMatch(row -> laneOfRow[row] == row);
    return inOrder && config.experts().isEmpty()
        ? together(options)
        : laneByLane(laneOfRow, options);
  }

  private ForwardSession together(SessionOptions options) {
    int[] offsets = new int[lanes()];
    for (int lane = 0; lane < offsets.length; lane++) {
      offsets[lane] = lane * config.vocabularySize();
    }
    return session(weights, offsets, Outlet.plain(config.layers()), options, List.of());
  }

  /** Rows of one model. */
  private DecoderSession session(int lane, int rows, SessionOptions options) {
    List<LaneRun> runs =
        options.needsChannel()
            ? LaneRun.of(new int[rows], List.of(lanes.get(lane).channel()))
            : List.of();
    List<Outlet> outlets =
        Outlet.of(config.layers(), lanes.get(lane).arrays(), options.routing(), runs);
    return session(weights.lane(lane), new int[rows], outlets, options, runs);
  }

  private DecoderSession session(
      Weights of,
      int[] idOffsets,
      List<Outlet> outlets,
      SessionOptions options,
      List<LaneRun> runs) {
    NDManager session = manager.newSubManager();
    DecoderGraph graph = new DecoderGraph(config, of, Projections.of(of), outlets, session);
    Execution execution = new ArrayExecution(config, graph, session, idOffsets, options);
    int rows = idOffsets.length;
    Readout readout = new Readout(config, rows, options, runs);
    return new DecoderSession(config, execution, rows, readout, DecoderSession.STEP_BUDGET);
  }

  private ForwardSession laneByLane(int[] laneOfRow, SessionOptions options) {
    Map<Integer, List<Integer>> rowsOfLane = new LinkedHashMap<>();
    for (int row = 0; row < laneOfRow.length; row++) {
      rowsOfLane.computeIfAbsent(laneOfRow[row], lane -> new ArrayList<>()).add(row);
    }
    List<LaneSessions.Part> parts = new ArrayList<>();
    rowsOfLane.forEach(
        (lane, rows) ->
            parts.add(new LaneSessions.Part(rows, session(lane, rows.size(), options))));
    return new LaneSessions(parts, laneOfRow.length);
  }

  @Override
  public void close() {
    manager.close();
  }
}
