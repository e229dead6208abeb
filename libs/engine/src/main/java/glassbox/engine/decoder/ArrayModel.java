package glassbox.engine.decoder;

import ai.djl.ndarray.NDManager;
import glassbox.engine.checkpoint.ModelConfig;

/**
 * Weights as arrays, which their manager closes.
 *
 * @param weights of the base and its adapters
 */
record ArrayModel(ModelConfig config, LoadedWeights weights) implements Executions {
  @Override
  public Execution open(NDManager session, int[] laneOfRow, boolean trace) {
    Projections projections = new LaneProjections(session, weights, laneOfRow);
    DecoderGraph graph = new DecoderGraph(config, weights, projections, session);
    return new ArrayExecution(config, graph, session, new int[laneOfRow.length], trace);
  }

  /** None but the manager's. */
  @Override
  public int nativeArrays() {
    return 0;
  }

  @Override
  public void close() {}
}
