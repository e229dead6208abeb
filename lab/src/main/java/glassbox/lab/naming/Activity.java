package glassbox.lab.naming;

import java.util.Arrays;

/** Where one atom was active, and how strongly; grows as text is read. */
final class Activity {

  private int[] tokens = new int[8];
  private float[] entries = new float[8];
  private int size;

  void add(int token, float entry) {
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * size);
      entries = Arrays.copyOf(entries, 2 * size);
    }
    tokens[size] = token;
    entries[size++] = entry;
  }

  int size() {
    return size;
  }

  int token(int i) {
    return tokens[i];
  }

  float entry(int i) {
    return entries[i];
  }

  /** Entries in ascending order. */
  float[] sorted() {
    float[] sorted = Arrays.copyOf(entries, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
