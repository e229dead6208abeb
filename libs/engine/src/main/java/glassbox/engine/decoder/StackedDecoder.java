package glassbox.engine.decoder;

import ai.djl.ndarray.NDManager;
import glassbox.engine.checkpoint.DecoderWeights;
import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Full models of equal shape, one a lane, in arrays with the lane as first dimension. */
final class StackedDecoder implements ForwardModel {
  private final NDManager manager;
  private final ModelConfig config;
  private final StackedWeights weights;

  private StackedDecoder(NDManager manager, ModelConfig config, StackedWeights weights) {
    this.manager = manager;
    this.config = config;
    this.weights = weights;
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
      return new StackedDecoder(manager, config, read(manager, models));
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
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
  public ForwardSession open(int[] laneOfRow, boolean trace) {
    Decoder.checkLanes(laneOfRow, lanes());
    boolean inOrder =
        laneOfRow.length == lanes()
            && IntStream.range(0, lanes()).allMatch(row -> laneOfRow[row] == row);
    return inOrder && config.experts().isEmpty() ? together(trace) : laneByLane(laneOfRow, trace);
  }

  private ForwardSession together(boolean trace) {
    int[] offsets = new int[lanes()];
    for (int lane = 0; lane < offsets.length; lane++) {
      offsets[lane] = lane * config.vocabularySize();
    }
    return session(weights, offsets, trace);
  }

  private DecoderSession session(Weights of, int[] idOffsets, boolean trace) {
    NDManager session = manager.newSubManager();
    DecoderGraph graph = new DecoderGraph(config, of, Projections.of(of), session);
    Execution execution = new ArrayExecution(config, graph, session, idOffsets, trace);
    return new DecoderSession(
        config, execution, idOffsets.length, trace, DecoderSession.STEP_BUDGET);
  }

  private ForwardSession laneByLane(int[] laneOfRow, boolean trace) {
    Map<Integer, List<Integer>> rowsOfLane = new LinkedHashMap<>();
    for (int row = 0; row < laneOfRow.length; row++) {
      rowsOfLane.computeIfAbsent(laneOfRow[row], lane -> new ArrayList<>()).add(row);
    }
    List<LaneSessions.Part> parts = new ArrayList<>();
    rowsOfLane.forEach(
        (lane, rows) ->
            parts.add(
                new LaneSessions.Part(
                    rows, session(weights.lane(lane), new int[rows.size()], trace))));
    return new LaneSessions(parts, laneOfRow.length);
  }

  @Override
  public void close() {
    manager.close();
  }
}
