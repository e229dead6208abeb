package glassbox.engine.training;

/**
 * Which way the rows of one forward go: first B as in the deployed model, then, where asked for,
 * the first P of them again with legible routing, then once more with leaks swapped.
 *
 * @param full B
 * @param part P, at most B; the codes of these rows are read in the deployed model too
 * @param legible whether the legible rows are there
 * @param swapped whether the rows with swapped leaks are there
 */
record Routes(int full, int part, boolean legible, boolean swapped) {

  /** The deployed model alone; no code is read. */
  static Routes plain(int rows) {
    return new Routes(rows, 0, false, false);
  }

  /** Number of extra copies of the part. */
  int copies() {
    return (legible ? 1 : 0) + (swapped ? 1 : 0);
  }

  /** All rows. */
  int rows() {
    return full + copies() * part;
  }

  /** The example that {@code row} reads. */
  int example(int row) {
    return row < full ? row : (row - full) % part;
  }
}
