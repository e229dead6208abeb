package glassbox.ledger.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strict JSON (RFC 8259) as I-JSON narrows it: no duplicate names, no lone surrogates. */
final class JsonReader {
  private static final int MAX_DEPTH = 64;
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  static Json read(String text) {
    JsonReader reader = new JsonReader(text);
    Json value = reader.value(0);
    reader.space();
    if (reader.at != text.length()) {
      throw reader.malformed("text follows the value");
    }
    return value;
  }

  private Json value(int depth) {
    if (depth > MAX_DEPTH) {
      throw malformed("nested deeper than " + MAX_DEPTH);
    }
    space();
    return switch (peek()) {
      case '{' -> members(depth);
      case '[' -> elements(depth);
      case '"' -> new Json.Text(string());
      case 't', 'f', 'n' -> word();
      default -> number();
    };
  }

  private Json members(int depth) {
    expect('{');
    SortedMap<String, Json> members = new TreeMap<>();
    space();
    while (peek() != '}') {
      space();
      String name = string();
      space();
      expect(':');
      if (members.put(name, value(depth + 1)) != null) {
        throw malformed("a name occurs twice");
      }
      if (!more('}')) {
        break;
      }
    }
    expect('}');
    return new Json.Members(members);
  }

  private Json elements(int depth) {
    expect('[');
    List<Json> elements = new ArrayList<>();
    space();
    while (peek() != ']') {
      elements.add(value(depth + 1));
      if (!more(']')) {
        break;
      }
    }
    expect(']');
    return new Json.Elements(elements);
  }

  /** Steps over a comma, which must be followed by another item. */
  private boolean more(char end) {
    space();
    if (peek() != ',') {
      return false;
    }
    at++;
    space();
    if (peek() == end) {
      throw malformed("a comma without an item");
    }
    return true;
  }

  private Json word() {
    for (Json.Word word : Json.Word.values()) {
      if (text.startsWith(word.spelling, at)) {
        at += word.spelling.length();
        return word;
      }
    }
    throw malformed("not a value");
  }

  private Json number() {
    Matcher matcher = NUMBER.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw malformed("not a value");
    }
    at = matcher.end();
    String literal = matcher.group();
    if (Double.isInfinite(Double.parseDouble(literal))) {
      throw malformed("a number beyond the range of a double");
    }
    return new Json.Numeral(literal);
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      if (c < 0x20) {
        throw malformed("a control character in a string");
      }
      out.append(c == '\\' ? escaped() : c);
    }
    requirePairedSurrogates(out);
    return out.toString();
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex4();
      default -> throw malformed("an unknown escape");
    };
  }

  private char hex4() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      char c = next();
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw malformed("an escape without four hexadecimal digits");
      }
      code = code << 4 | digit;
    }
    return (char) code;
  }

  private void requirePairedSurrogates(CharSequence out) {
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      if (Character.isSurrogate(c)) {
        i++;
        if (i == out.length() || !Character.isSurrogatePair(c, out.charAt(i))) {
          throw malformed("a lone surrogate in a string");
        }
      }
    }
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw malformed("the text ends early");
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private void expect(char c) {
    if (peek() != c) {
      throw malformed("expected '" + c + "'");
    }
    at++;
  }

  private MalformedJsonException malformed(String message) {
    return new MalformedJsonException(message, at);
  }
}
