package glassbox.critics.quantity;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads one number: digits with thousands separators (comma, point, apostrophe, underscore, narrow
 * or plain spaces between groups of three; commas between lakhs and crores), a decimal point or
 * comma, an exponent ({@code 1e3}, {@code 1.5 x 10^3}, {@code 10³} alike).
 *
 * <p>{@code 1,234} is 1234 unless the text shows that it writes decimal commas. Runs that are no
 * number (dates, times, versions, leading zeros, over 40 characters, over 1e100) read as words.
 */
final class NumberReader {
  private static final int LONGEST = 40;
  private static final double LARGEST = 1e100;
  private static final String SPACES = " \u00a0\u202f\u2009\u2007'’_";
  private final String text;
  private final boolean decimalCommas;
  private final List<String> groups = new ArrayList<>();
  private final StringBuilder separators = new StringBuilder();
  private int end;
  private boolean sawDecimalComma;

  NumberReader(String text, boolean decimalCommas) {
    this.text = text;
    this.decimalCommas = decimalCommas;
  }

  /** What was read: a number, or {@code NONE} for a run of digits that is a word. */
  record Result(Token.Number number, int end, boolean decimalComma) {}

  Result read(int start) {
    groups.clear();
    separators.setLength(0);
    sawDecimalComma = false;
    end = start;
    readGroups();
    if (end < text.length() && text.charAt(end) == ':' && digit(end + 1)) {
      return word();
    }
    String plain = end - start > LONGEST ? "" : plain();
    return plain.isEmpty() ? word() : withExponent(plain);
  }

  private void readGroups() {
    groups.add(digits());
    while (end + 1 < text.length() && digit(end + 1)) {
      char separator = text.charAt(end);
      boolean space = SPACES.indexOf(separator) >= 0;
      if (!(separator == ',' || separator == '.' || space) || (space && !groupOfThree())) {
        return;
      }
      separators.append(space ? ' ' : separator);
      end++;
      groups.add(digits());
    }
  }

  private boolean groupOfThree() {
    boolean thousands = separators.indexOf(".") < 0 && separators.indexOf(",") < 0;
    boolean first = groups.size() > 1 || (inRange(groups.getFirst()) && !zero(groups.getFirst()));
    return thousands && first && digit(end + 2) && digit(end + 3) && !digit(end + 4);
  }

  private static boolean inRange(String group) {
    return !group.isEmpty() && group.length() <= 3;
  }

  private static boolean zero(String group) {
    return group.startsWith("0");
  }

  private String digits() {
    int from = end;
    while (digit(end)) {
      end++;
    }
    return text.substring(from, end);
  }

  private boolean digit(int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** The number with a decimal point and no separators; empty if it is none. */
  private String plain() {
    String first = groups.getFirst();
    if (first.length() > 1 && zero(first)) {
      return "";
    }
    int decimals = separators.isEmpty() ? -1 : separators.length() - 1;
    if (decimals < 0) {
      return first;
    }
    char last = separators.charAt(decimals);
    boolean alone = separators.indexOf(String.valueOf(last)) == decimals;
    if (last == ' ' || !alone) {
      return thousands(0) || lakhs() ? String.join("", groups) : "";
    }
    boolean thousands = last == (decimalCommas ? '.' : ',');
    if (thousands && decimals == 0 && ambiguous()) {
      return String.join("", groups);
    }
    sawDecimalComma = last == ',' && !(decimals == 0 && ambiguous());
    if (!thousands(1)) {
      return "";
    }
    return String.join("", groups.subList(0, groups.size() - 1)) + "." + groups.getLast();
  }

  /** {@code 12,34,567}: pairs of digits before the last three, one or two first. */
  private boolean lakhs() {
    int last = groups.size() - 1;
    boolean commas = separators.chars().allMatch(c -> c == ',');
    boolean ends = groups.getFirst().length() <= 2 && groups.get(last).length() == 3;
    return commas && ends && groups.subList(1, last).stream().allMatch(g -> g.length() == 2);
  }

  private boolean ambiguous() {
    return groups.get(1).length() == 3 && inRange(groups.getFirst()) && !zero(groups.getFirst());
  }

  /** Whether all groups but the first and the last {@code skip} hold three digits. */
  private boolean thousands(int skip) {
    char kind = separators.charAt(0);
    for (int i = 1; i < groups.size() - skip; i++) {
      if (groups.get(i).length() != 3 || separators.charAt(i - 1) != kind) {
        return false;
      }
    }
    return groups.size() - skip == 1 || inRange(groups.getFirst());
  }

  private Result word() {
    while (end < text.length() && (digit(end) || ":.,".indexOf(text.charAt(end)) >= 0)) {
      if (!digit(end) && !digit(end + 1)) {
        break;
      }
      end++;
    }
    return new Result(Token.Number.NONE, end, false);
  }

  private Result withExponent(String plain) {
    Exponent ten = plain.equals("10") ? Exponent.ofTenBeforeUnit(text, end) : new Exponent(0, end);
    if (ten.end() > end) {
      end = ten.end();
      return new Result(Token.Number.whole(Math.pow(10, ten.value())), end, false);
    }
    int exponent = 0;
    boolean scientific = false;
    Exponent letters = Exponent.afterE(text, end);
    Exponent power = letters.end() > end ? letters : Exponent.timesTen(text, end);
    if (power.end() > end) {
      exponent = power.value();
      end = power.end();
      scientific = true;
    }
    int point = plain.indexOf('.');
    int decimals = point < 0 ? 0 : plain.length() - point - 1;
    double value = Double.parseDouble((plain.startsWith(".") ? "0" : "") + plain + "e" + exponent);
    double ulp = Double.parseDouble("1e" + (exponent - decimals));
    if (!(value <= LARGEST)) {
      return new Result(Token.Number.NONE, end, false);
    }
    boolean rounded = decimals > 0 || (scientific && exponent > 0 && !plain.equals("1"));
    return new Result(new Token.Number(value, ulp, rounded), end, sawDecimalComma);
  }
}
