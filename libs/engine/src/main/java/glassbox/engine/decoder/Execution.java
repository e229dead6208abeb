package glassbox.engine.decoder;

/** Runs the steps of one session and holds its caches. */
interface Execution extends AutoCloseable {
  /** Makes room for {@code needed} positions, keeping the first {@code held}. */
  void reserve(int held, int needed);

  /**
   * Appends positions [from, to) of {@code ids} [rows][] behind {@code past} earlier ones.
   *
   * @param all log-probabilities of every position, not only of the last
   * @return log-probabilities [rows, positions, V] and behind them what the session reports beside
   *     them, as {@link Readout} takes it apart
   */
  float[] step(int[][] ids, int from, int to, int past, boolean all);

  /** Native arrays held between steps. */
  int nativeArrays();

  @Override
  void close();
}
