package glassbox.engine.text;

import java.util.Arrays;

/**
 * Decodes ids one by one, giving out only whole characters. For one thread at a time.
 *
 * <p>Each step decodes from the last place where the text was whole, twice: without and with the
 * new ids. What the longer text has more is new.
 */
public final class TextStream {
  static final char REPLACEMENT = '\uFFFD';

  private final Tokenizer tokenizer;
  private int[] ids = new int[64];
  private int size;
  private int context;
  private int given;

  TextStream(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** The text that {@code id} completes; empty while a character is still in parts. */
  public String append(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = id;
    String text = decode(context, size);
    return !text.isEmpty() && text.charAt(text.length() - 1) == REPLACEMENT ? "" : take(text);
  }

  /** What is left at the end, with replacement characters for a character that never ended. */
  public String finish() {
    return given == size ? "" : take(decode(context, size));
  }

  private String take(String text) {
    String before = decode(context, given);
    if (text.length() <= before.length()) {
      return "";
    }
    context = given;
    given = size;
    return text.substring(before.length());
  }

  private String decode(int from, int to) {
    return tokenizer.decode(Arrays.copyOfRange(ids, from, to));
  }
}
