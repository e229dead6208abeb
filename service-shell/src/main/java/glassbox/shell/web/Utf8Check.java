package glassbox.shell.web;

import glassbox.shell.problem.MalformedTextException;

/**
 * Follows octets and holds them to UTF-8 (Unicode 3.9, table 3-7): no overlong forms, no
 * surrogates, nothing above U+10FFFF, nothing cut off. Nor NUL, which JSON never has unescaped: so
 * that UTF-16 and UTF-32, which a reader of JSON would detect, are refused.
 */
final class Utf8Check {
  private static final int LOWEST = 0x80;
  private static final int HIGHEST = 0xBF;

  private int missing;
  private int low = LOWEST;
  private int high = HIGHEST;

  /**
   * The next octets.
   *
   * @throws MalformedTextException where they can no longer become well-formed text
   */
  void take(byte[] octets, int offset, int length) throws MalformedTextException {
    for (int i = offset; i < offset + length; i++) {
      take(octets[i] & 0xFF);
    }
  }

  /**
   * The next octet, 0 to 255.
   *
   * @throws MalformedTextException as for several
   */
  void take(int octet) throws MalformedTextException {
    if (missing == 0) {
      begin(octet);
      return;
    }
    require(octet >= low && octet <= high);
    low = LOWEST;
    high = HIGHEST;
    missing--;
  }

  private void begin(int octet) throws MalformedTextException {
    require(octet != 0 && (octet < LOWEST || (octet >= 0xC2 && octet <= 0xF4)));
    if (octet >= 0xF0) {
      expect(3, octet == 0xF0 ? 0x90 : LOWEST, octet == 0xF4 ? 0x8F : HIGHEST);
    } else if (octet >= 0xE0) {
      expect(2, octet == 0xE0 ? 0xA0 : LOWEST, octet == 0xED ? 0x9F : HIGHEST);
    } else if (octet >= 0xC2) {
      expect(1, LOWEST, HIGHEST);
    }
  }

  private void expect(int octets, int lowest, int highest) {
    missing = octets;
    low = lowest;
    high = highest;
  }

  /**
   * After the last octet.
   *
   * @throws MalformedTextException where a character is cut off
   */
  void end() throws MalformedTextException {
    require(missing == 0);
  }

  private static void require(boolean holds) throws MalformedTextException {
    if (!holds) {
      throw new MalformedTextException();
    }
  }
}
