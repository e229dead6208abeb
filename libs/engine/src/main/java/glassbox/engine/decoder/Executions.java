package glassbox.engine.decoder;

import ai.djl.ndarray.NDManager;

/** A loaded model that opens executions. Safe for concurrent use. */
interface Executions extends AutoCloseable {
  /**
   * @param session closed with the execution
   */
  Execution open(NDManager session, int[] laneOfRow, boolean trace);

  /** Native arrays held beside those of the manager. */
  int nativeArrays();

  @Override
  void close();
}
