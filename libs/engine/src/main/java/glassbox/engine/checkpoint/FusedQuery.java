package glassbox.engine.checkpoint;

/** Where query, key and value lie inside gpt2's c_attn, three equal parts side by side. */
final class FusedQuery {
  private FusedQuery() {}

  static boolean fused(WeightKey key) {
    return switch (key.projection()) {
      case QUERY, KEY, VALUE -> true;
      case OUTPUT, GATE, UP, DOWN, ROUTER -> false;
    };
  }

  /** Outputs of the stored matrix that holds {@code key}, whose own outputs are {@code out}. */
  static int width(WeightKey key, int out) {
    return fused(key) ? 3 * out : out;
  }

  /** The first of the stored outputs that is {@code key}'s. */
  static int start(WeightKey key, int out) {
    return switch (key.projection()) {
      case KEY -> out;
      case VALUE -> 2 * out;
      case QUERY, OUTPUT, GATE, UP, DOWN, ROUTER -> 0;
    };
  }
}
