package glassbox.engine.forward;

/**
 * A loaded decoder. Lane 0 is the base itself, lane i its i-th adapter. Safe for concurrent use;
 * sessions are not.
 */
public interface ForwardModel extends AutoCloseable {
  /** 1 + the number of adapters. */
  int lanes();

  int vocabularySize();

  /** Positions a session can hold. */
  int contextLength();

  /**
   * Opens a session whose row r runs on lane {@code laneOfRow[r]}.
   *
   * @param trace whether norms and router probabilities are collected
   * @throws IllegalArgumentException when there is no row or a lane does not exist
   */
  ForwardSession open(int[] laneOfRow, boolean trace);

  @Override
  void close();
}
