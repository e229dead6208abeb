package glassbox.critics.citation;

import java.util.ArrayList;
import java.util.List;

/**
 * Words in quotation marks.
 *
 * @param text between the marks
 * @param start offset of the opening mark
 * @param end offset after the closing mark
 */
record Quotation(String text, int start, int end) {
  private static final int LONGEST = 2000;
  private static final String OPENING = "“„«‟❝";
  private static final String CLOSING = "””»”❞";
  private static final int LEAST_WORDS = 3;

  /** Quotations of three words or more, and lines that begin with {@code >}. Linear. */
  static List<Quotation> in(String text) {
    List<Quotation> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      if (end < 0) {
        at++;
        continue;
      }
      boolean block = text.charAt(at) == '>';
      String inner = text.substring(at + 1, block ? end : end - 1).strip();
      if (inner.split("\\s+", -1).length >= LEAST_WORDS) {
        found.add(new Quotation(inner, at, end));
      }
      at = end;
    }
    return found;
  }

  /** Offset after a quotation that opens here; negative if none does. */
  private static int end(String text, int at) {
    char c = text.charAt(at);
    if (c == '>' && (at == 0 || text.charAt(at - 1) == '\n')) {
      int line = text.indexOf('\n', at);
      return line < 0 ? text.length() : line;
    }
    int kind = OPENING.indexOf(c);
    boolean straight = c == '"' && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    if (kind < 0 && !straight) {
      return -1;
    }
    int limit = Math.min(text.length(), at + LONGEST);
    for (int i = at + 1; i < limit; i++) {
      char d = text.charAt(i);
      boolean closes = straight ? d == '"' : d == CLOSING.charAt(kind) || c == '„' && d == '“';
      if (closes) {
        return i + 1;
      }
    }
    return -1;
  }
}
