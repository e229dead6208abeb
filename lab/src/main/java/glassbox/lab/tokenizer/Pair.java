package glassbox.lab.tokenizer;

import java.util.Comparator;

/** Two neighbouring symbols that a merge joins. */
record Pair(String left, String right) implements Comparable<Pair> {

  private static final Comparator<Pair> BY_SPELLING =
      Comparator.comparing(Pair::left).thenComparing(Pair::right);

  String joined() {
    return left + right;
  }

  @Override
  public int compareTo(Pair other) {
    return BY_SPELLING.compare(this, other);
  }
}
