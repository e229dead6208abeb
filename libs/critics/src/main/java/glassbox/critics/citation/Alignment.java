package glassbox.critics.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a quotation stands in a text.
 *
 * <p>Case, spaces, kinds of quotation marks and dashes, and punctuation at its ends do not count.
 * An ellipsis ({@code ...}, {@code […]}) leaves out what it likes, in order; words in square
 * brackets are the writer's own.
 */
final class Alignment {
  private final String source;

  Alignment(String source) {
    this.source = normal(source);
  }

  boolean holds(String quotation) {
    int at = 0;
    for (String part : parts(quotation)) {
      int found = find(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length();
    }
    return true;
  }

  /** The first occurrence that neither begins nor ends inside a word. */
  private int find(String part, int from) {
    int at = source.indexOf(part, from);
    while (at >= 0) {
      int end = at + part.length();
      boolean opens = at == 0 || !word(source.charAt(at - 1)) || !word(part.charAt(0));
      boolean closes =
          end == source.length()
              || !word(source.charAt(end))
              || !word(part.charAt(part.length() - 1));
      if (opens && closes) {
        return at;
      }
      at = source.indexOf(part, at + 1);
    }
    return -1;
  }

  private static boolean word(char c) {
    return Character.isLetterOrDigit(c);
  }

  private static List<String> parts(String quotation) {
    List<String> parts = new ArrayList<>();
    String cut = quotation.replaceAll("\\[[^\\]\\n]{0,80}\\]", "…");
    for (String part : cut.split("\\s*(?:…|\\.{3,})\\s*", -1)) {
      String normal = normal(part).replaceAll("^[\\p{P}\\s]+|[\\p{P}\\s]+$", "");
      if (!normal.isEmpty()) {
        parts.add(normal);
      }
    }
    return parts;
  }

  private static String normal(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      char plain =
          switch (c) {
            case '“', '”', '„', '«', '»', '‟' -> '"';
            case '‘', '’', '‚', '`', '´' -> '\'';
            case '–', '—', '−', '‐', '‑' -> '-';
            default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
          };
      boolean again =
          plain == ' ' && (normal.isEmpty() || normal.charAt(normal.length() - 1) == ' ');
      if (!again && c != '\u00ad' && c != '\u200b') {
        normal.append(plain);
      }
    }
    return normal.toString().strip();
  }
}
