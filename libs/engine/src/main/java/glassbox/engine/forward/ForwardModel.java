package glassbox.engine.forward;

import java.util.Optional;

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
   * @throws IllegalArgumentException when there is no row, a lane does not exist, or the options
   *     need a legible channel that a row's lane lacks
   */
  ForwardSession open(int[] laneOfRow, SessionOptions options);

  /** The legible channel of a lane; empty for an opaque one. */
  Optional<LegibleChannel> channel(int lane);

  /**
   * Name of what runs a session with these options. Equal names, sizes and threads give equal bits.
   */
  String backend(SessionOptions options);

  @Override
  void close();
}
