package glassbox.engine.text;

import java.util.Arrays;

/** Decodes ids one by one, giving out only whole characters. For one thread at a time. */
public final class TextStream {
  private static final char REPLACEMENT = '\uFFFD';

  private final Tokenizer tokenizer;
  private int[] ids = new int[16];
  private int size;
  private int emitted;

  TextStream(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** The text that {@code id} completes; empty while a character is still in parts. */
  public String append(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = id;
    String text = tokenizer.decode(Arrays.copyOf(ids, size));
    if (text.length() <= emitted || text.charAt(text.length() - 1) == REPLACEMENT) {
      return "";
    }
    return take(text);
  }

  /** What is left at the end, with replacement characters for a character that never ended. */
  public String finish() {
    String text = tokenizer.decode(Arrays.copyOf(ids, size));
    return text.length() <= emitted ? "" : take(text);
  }

  private String take(String text) {
    String delta = text.substring(emitted);
    emitted = text.length();
    return delta;
  }
}
