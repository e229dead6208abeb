package glassbox.engine.decoder;

import ai.djl.ndarray.NDManager;
import glassbox.engine.forward.SessionOptions;
import java.util.List;

/** A loaded model that opens executions. Safe for concurrent use. */
interface Executions extends AutoCloseable {
  /**
   * Opens an execution.
   *
   * @param session closed with the execution
   * @param runs of the rows; empty unless the options need legible channels
   */
  Execution open(NDManager session, int[] laneOfRow, SessionOptions options, List<LaneRun> runs);

  /** Native arrays held beside those of the manager. */
  int nativeArrays();

  @Override
  void close();
}
