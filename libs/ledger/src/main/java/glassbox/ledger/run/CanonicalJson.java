package glassbox.ledger.run;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** JSON in the one spelling of RFC 8785 (JCS). */
public final class CanonicalJson {
  private static final BigInteger LARGEST_EXACT = BigInteger.valueOf((1L << 53) - 1);

  private final StringBuilder out = new StringBuilder();
  private final boolean envelope;

  private CanonicalJson(boolean envelope) {
    this.envelope = envelope;
  }

  /**
   * The canonical bytes (UTF-8) of a JSON text: names sorted, no space, numbers as ECMAScript
   * writes the nearest double.
   *
   * @throws MalformedJsonException if the text is not I-JSON
   */
  public static byte[] of(String json) {
    return bytes(json, false);
  }

  /** As {@link #of}, with the envelope's two rules on top: see {@link RunRecordHash}. */
  static byte[] ofEnvelope(String json) {
    return bytes(json, true);
  }

  /** The canonical text of a value. */
  static String of(Json value) {
    CanonicalJson canonical = new CanonicalJson(false);
    canonical.write(value);
    return canonical.out.toString();
  }

  private static byte[] bytes(String json, boolean envelope) {
    CanonicalJson canonical = new CanonicalJson(envelope);
    canonical.write(JsonReader.read(json));
    return canonical.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(Json value) {
    switch (value) {
      case Json.Members members -> members(members);
      case Json.Elements elements -> elements(elements);
      case Json.Text text -> quote(out, text.value());
      case Json.Numeral number -> number(number);
      case Json.Word word -> out.append(word.spelling);
    }
  }

  private void members(Json.Members members) {
    char separator = '{';
    for (Map.Entry<String, Json> member : members.values().entrySet()) {
      if (envelope && member.getValue() == Json.Word.NULL) {
        continue;
      }
      out.append(separator);
      quote(out, member.getKey());
      out.append(':');
      write(member.getValue());
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private void elements(Json.Elements elements) {
    out.append('[');
    String separator = "";
    for (Json element : elements.values()) {
      out.append(separator);
      write(element);
      separator = ",";
    }
    out.append(']');
  }

  private void number(Json.Numeral number) {
    if (envelope && number.isInteger()) {
      BigInteger integer = new BigInteger(number.literal());
      if (integer.abs().compareTo(LARGEST_EXACT) > 0) {
        out.append('"').append(integer).append('"');
        return;
      }
    }
    out.append(EcmaNumber.format(Double.parseDouble(number.literal())));
  }

  /** Appends a text as JSON spells it: quoted, nothing escaped that need not be. */
  public static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(out, text.charAt(i));
    }
    out.append('"');
  }

  private static void character(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (c < 0x20) {
          out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
