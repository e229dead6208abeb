package glassbox.ledger.bundle;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads one line of a bundle, whose shape is known. It may take spellings that are not canonical:
 * {@link BundleCodec} compares the bytes afterwards.
 */
final class Line {
  private static final int MAX_DIGITS = 18;

  private final String text;
  private final int number;
  private int at;

  Line(String text, int number) {
    this.text = text;
    this.number = number;
  }

  /** Steps over these characters, if they come next. */
  boolean accept(String expected) {
    if (!text.startsWith(expected, at)) {
      return false;
    }
    at += expected.length();
    return true;
  }

  void expect(String expected) {
    if (!accept(expected)) {
      throw malformed("something else stands where " + expected + " should");
    }
  }

  void end() {
    if (at != text.length()) {
      throw malformed("text follows the line's value");
    }
  }

  /** A number from 0 below 10^18. */
  long integer() {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == from || at - from > MAX_DIGITS) {
      throw malformed("a number should stand there");
    }
    return Long.parseLong(text, from, at, 10);
  }

  String string() {
    expect("\"");
    StringBuilder out = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      out.append(c == '\\' ? escaped() : c);
    }
    return out.toString();
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case '"', '\\' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> code();
      default -> throw malformed("an unknown escape");
    };
  }

  private char code() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw malformed("an escape without four hexadecimal digits");
      }
      code = code << 4 | digit;
    }
    return (char) code;
  }

  /** A list of at most {@code most} strings. */
  List<String> strings(int most) {
    List<String> strings = new ArrayList<>();
    expect("[");
    if (accept("]")) {
      return strings;
    }
    do {
      if (strings.size() == most) {
        throw malformed("more than " + most + " items");
      }
      strings.add(string());
    } while (accept(","));
    expect("]");
    return strings;
  }

  /** The characters of an object, braces balanced; what they say is not looked at. */
  String object() {
    int from = at;
    int depth = 0;
    do {
      char c = next();
      switch (c) {
        case '{' -> depth++;
        case '}' -> depth--;
        case '"' -> {
          at--;
          var unused = string();
        }
        default -> {}
      }
      if (depth == 0 && c != '}') {
        throw malformed("an object should stand there");
      }
    } while (depth > 0);
    return text.substring(from, at);
  }

  private char next() {
    if (at >= text.length()) {
      throw malformed("it ends early");
    }
    return text.charAt(at++);
  }

  MalformedBundleException malformed(String why) {
    return new MalformedBundleException("line " + number + ": " + why);
  }
}
