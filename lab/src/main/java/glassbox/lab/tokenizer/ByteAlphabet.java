package glassbox.lab.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The printable character that stands for each byte in byte-level vocabularies. */
final class ByteAlphabet {

  private static final char[] SYMBOLS = symbols();

  private ByteAlphabet() {}

  /** The 256 symbols, in order of their code points. */
  static List<String> all() {
    var symbols = new ArrayList<String>();
    for (char symbol : SYMBOLS) {
      symbols.add(String.valueOf(symbol));
    }
    symbols.sort(null);
    return symbols;
  }

  /** One symbol for each UTF-8 byte of {@code text}. */
  static String encode(String text) {
    var symbols = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      symbols.append(SYMBOLS[b & 0xFF]);
    }
    return symbols.toString();
  }

  /** Printable Latin-1 stands for itself; the other bytes follow from U+0100. */
  private static char[] symbols() {
    var symbols = new char[256];
    char next = 0x100;
    for (int b = 0; b < 256; b++) {
      boolean printable =
          (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || (b >= 0xAE && b <= 0xFF);
      symbols[b] = printable ? (char) b : next++;
    }
    return symbols;
  }
}
