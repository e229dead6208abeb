package glassbox.lab.detection;

/**
 * Where everything comes from.
 *
 * @param world seed of the facts that the models were taught; scores are fitted there
 * @param heldOut seed of the world that scores are measured on
 * @param untaught seed of a third world, whose facts no model knows
 * @param seed of what is drawn
 * @param size how much is drawn, in percent of what the results need
 */
record Seeds(long world, long heldOut, long untaught, long seed, int size) {

  private static final int ALL = 100;
  private static final int OTHER = 1_000_003;

  Seeds {
    if (heldOut == world || untaught == world || untaught == heldOut) {
      throw new IllegalArgumentException("the three worlds must have three seeds");
    }
    if (size < 1) {
      throw new IllegalArgumentException("the size must be at least 1 percent");
    }
  }

  /** So many of {@code n}, at least one. */
  int of(int n) {
    return Math.max(1, n * size / ALL);
  }

  /** Another seed for what is drawn to measure. */
  long measuring() {
    return seed + OTHER;
  }
}
