package glassbox.engine.decoder;

import ai.djl.ndarray.NDManager;
import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.forward.SessionOptions;
import java.util.List;

/**
 * Weights as arrays, which their manager closes.
 *
 * @param weights of the base and its adapters
 * @param legible the bottlenecks of those that have them
 */
record ArrayModel(ModelConfig config, LoadedWeights weights, LegibleArrays legible)
    implements Executions {
  @Override
  public Execution open(
      NDManager session, int[] laneOfRow, SessionOptions options, List<LaneRun> runs) {
    Projections projections = new LaneProjections(session, weights, laneOfRow);
    List<Outlet> outlets = Outlet.of(config.layers(), legible, options.routing(), runs);
    DecoderGraph graph = new DecoderGraph(config, weights, projections, outlets, session);
    return new ArrayExecution(config, graph, session, new int[laneOfRow.length], options);
  }

  /** None but the manager's. */
  @Override
  public int nativeArrays() {
    return 0;
  }

  @Override
  public void close() {}
}
