package glassbox.critics.quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that stand in a text, read in every way they can be: {@code 1,234} is 1234, 1.234, 1
 * and 234, but {@code 2.2} is neither 2 nor 22; {@code Q2} holds 2, {@code second} is 2, {@code
 * twenty-five} is 25. Signs are left out.
 */
public final class Figures {
  private static final double ROUNDING = 1e-9;
  private static final int LONGEST = 40;
  private static final Pattern RUN =
      Pattern.compile(
          "\\p{Nd}+(?:[.,'’_/ \u00a0\u202f\u2009]\\p{Nd}+){0,12}(?:[eE][+-]?\\p{Nd}{1,3})?");
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?<![\\p{L}\\p{Nd}_.])((?:\\d+(?:,\\d{3})*(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)");

  /** One that is nothing else: its digits before and behind the point are no numbers. */
  private static final Pattern DECIMAL = Pattern.compile("\\p{Nd}+\\.\\p{Nd}+");

  /** A point between groups of three. */
  private static final Pattern THOUSANDS = Pattern.compile("\\.(?=\\p{Nd}{3}(?!\\p{Nd}))");

  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Map<String, Integer> ORDINALS = ordinals();

  private final NavigableSet<Double> values = new TreeSet<>();

  /** The numbers of texts. */
  public static Figures in(String... texts) {
    Figures figures = new Figures();
    for (String text : texts) {
      figures.add(text);
    }
    return figures;
  }

  /**
   * The numbers of an expression as they are written, in order, commas between groups of three
   * kept. Digits within a word are none.
   */
  public static List<String> written(String expression) {
    List<String> found = new ArrayList<>();
    Matcher number = PLAIN.matcher(ascii(expression));
    while (number.find()) {
      found.add(number.group(1));
    }
    return found;
  }

  /** Adds those of a text. */
  public void add(String text) {
    Matcher run = RUN.matcher(text);
    while (run.find()) {
      read(ascii(run.group()));
    }
    Quantities.in(text).forEach(quantity -> add(quantity.value()));
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      Integer ordinal = ORDINALS.get(word.group().toLowerCase(Locale.ROOT));
      if (ordinal != null) {
        add(ordinal);
      }
    }
  }

  /** Adds a number. */
  public void add(double value) {
    if (Double.isFinite(value)) {
      values.add(Math.abs(value));
    }
  }

  /** Whether the number stands among them. */
  public boolean hold(double value) {
    double size = Math.abs(value);
    double slack = ROUNDING * Math.max(1e-6, size);
    Double next = values.ceiling(size - slack);
    return next != null && next <= size + slack;
  }

  /** Whether a number as written does, as one or in the parts between its commas. */
  public boolean holdWritten(String number) {
    return hold(Double.parseDouble(number.replace(",", "")))
        || (number.contains(",")
            && Arrays.stream(number.split(",")).allMatch(part -> hold(Double.parseDouble(part))));
  }

  /** The numbers. */
  public Set<Double> values() {
    return new HashSet<>(values);
  }

  private void read(String run) {
    for (String part : run.split("[^0-9.]+")) {
      parse(part);
    }
    parse(run.replaceAll("[^0-9.eE+-]", ""));
    parse(THOUSANDS.matcher(run).replaceAll("").replaceAll("[^0-9.,eE+-]", "").replace(',', '.'));
    for (String part : run.split("[ /\u00a0\u202f\u2009]")) {
      if (!DECIMAL.matcher(part).matches()) {
        Arrays.stream(part.split("[^0-9]+")).forEach(this::parse);
      }
      parse(part.replaceAll("[,'’_]", ""));
      parse(part.replace(',', '.'));
    }
  }

  private void parse(String number) {
    if (number.length() <= LONGEST && number.matches("[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")) {
      add(Double.parseDouble(number));
    }
  }

  /** Digits of any script as those of ASCII. */
  private static String ascii(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return plain.toString();
  }

  private static Map<String, Integer> ordinals() {
    Map<String, Integer> all = new HashMap<>();
    String words =
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth";
    for (String word : words.split(" ")) {
      all.put(word, all.size() + 1);
    }
    return Map.copyOf(all);
  }
}
