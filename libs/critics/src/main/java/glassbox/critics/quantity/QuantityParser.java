package glassbox.critics.quantity;

import glassbox.critics.quantity.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.measure.Unit;

/** Reads one number with its currency, scale word and unit or counted noun. */
final class QuantityParser {
  private static final int LONGEST_UNIT = 8;
  private static final Set<String> JUXTAPOSED = Set.of("m", "s", "K", "N", "kg", "mol", "h");
  private final List<Token> tokens;
  private int at;

  QuantityParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** A quantity with the number of the token after it. */
  record Read(Measure measure, int to) {}

  Optional<Read> read(int from) {
    at = from;
    Optional<Unit<?>> currency = currency();
    if (!kind(Kind.NUMBER)) {
      return article(from);
    }
    Token.Number number = tokens.get(at++).number();
    if (kind(Kind.WORD)) {
      var scale = Scale.of(tokens.get(at).text(), currency.isPresent());
      if (scale.isPresent()) {
        number = number.times(scale.getAsDouble());
        at++;
      }
    }
    Optional<Unit<?>> unit = currency.isPresent() ? perUnit(currency.get()) : unit();
    Optional<String> noun = unit.isEmpty() ? noun() : Optional.empty();
    return Optional.of(new Read(Measure.literal(number, unit, noun), at));
  }

  /** A unit by itself, such as the target of a conversion. */
  Optional<Read> bareUnit(int from) {
    at = from;
    return unit()
        .map(
            u ->
                new Read(
                    Measure.literal(Token.Number.whole(1), Optional.of(u), Optional.empty()), at));
  }

  private Optional<Unit<?>> currency() {
    if (!kind(Kind.CURRENCY) && !(kind(Kind.WORD) && Money.UNITS.containsKey(token().text()))) {
      return Optional.empty();
    }
    Unit<?> unit = Money.unit(token().text());
    at++;
    return Optional.of(unit);
  }

  /** {@code a kilometre}, {@code one hour}. */
  private Optional<Read> article(int from) {
    at = from;
    boolean article =
        kind(Kind.WORD) && (token().word("a") || token().word("an") || token().word("one"));
    if (!article || at + 1 >= tokens.size() || tokens.get(at + 1).text().length() < 3) {
      return Optional.empty();
    }
    return bareUnit(from + 1);
  }

  private Optional<Unit<?>> unit() {
    Optional<Unit<?>> first = factor();
    if (first.isEmpty()) {
      return first;
    }
    Unit<?> unit = first.get();
    for (int i = 0; i < LONGEST_UNIT; i++) {
      int before = at;
      boolean divide = kind(Kind.DIVIDE);
      boolean product = divide || kind(Kind.TIMES);
      if (product) {
        at++;
      } else if (!(kind(Kind.WORD) && JUXTAPOSED.contains(UnitWords.base(token().text())))) {
        break;
      }
      skipArticle(divide);
      Optional<Unit<?>> next = factor();
      if (next.isEmpty() || Units.offset(unit) || Units.offset(next.get())) {
        at = before;
        break;
      }
      unit = divide ? unit.divide(next.get()) : unit.multiply(next.get());
    }
    return Optional.of(unit);
  }

  private void skipArticle(boolean divide) {
    if (divide && kind(Kind.WORD) && at + 1 < tokens.size() && token().word("a")) {
      at++;
    }
  }

  private Optional<Unit<?>> perUnit(Unit<?> currency) {
    if (!kind(Kind.DIVIDE)) {
      return Optional.of(currency);
    }
    int before = at++;
    skipArticle(true);
    Optional<Unit<?>> per = factor();
    if (per.isEmpty() || Units.offset(per.get())) {
      at = before;
      return Optional.of(currency);
    }
    return Optional.of(currency.divide(per.get()));
  }

  /** One unit word with its exponent. */
  private Optional<Unit<?>> factor() {
    if (kind(Kind.CURRENCY)) {
      return currency();
    }
    if (!kind(Kind.WORD) || inchesAsPreposition()) {
      return Optional.empty();
    }
    String word = token().text();
    int written = UnitTable.find(word).isPresent() ? 1 : UnitWords.exponent(word);
    Optional<Unit<?>> unit = degrees().or(() -> squareOrCubic(word)).or(this::phrase);
    if (unit.isEmpty()) {
      unit = UnitTable.find(written == 1 ? word : UnitWords.base(word)).map(u -> step(u));
    }
    return unit.map(u -> Units.offset(u) ? u : u.pow(written * exponent()));
  }

  private Unit<?> step(Unit<?> unit) {
    at++;
    return unit;
  }

  /** {@code degrees Celsius}. */
  private Optional<Unit<?>> degrees() {
    boolean degrees = token().word("degrees") || token().word("degree");
    if (!degrees || at + 1 >= tokens.size()) {
      return Optional.empty();
    }
    String scale = tokens.get(at + 1).text();
    Optional<Unit<?>> unit =
        UnitTable.find(scale.length() == 1 ? "°" + scale : scale).filter(Units::offset);
    at += unit.isPresent() ? 2 : 0;
    return unit;
  }

  /** Units of two words, such as {@code nautical miles}. */
  private Optional<Unit<?>> phrase() {
    if (at + 1 >= tokens.size() || !tokens.get(at + 1).is(Kind.WORD)) {
      return Optional.empty();
    }
    Optional<Unit<?>> unit = UnitTable.find(token().text() + " " + tokens.get(at + 1).text());
    at += unit.isPresent() ? 2 : 0;
    return unit;
  }

  private Optional<Unit<?>> squareOrCubic(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int power =
        lower.equals("square") || lower.equals("sq")
            ? 2
            : lower.equals("cubic") || lower.equals("cu") ? 3 : 0;
    if (power == 0 || at + 1 >= tokens.size()) {
      return Optional.empty();
    }
    Optional<Unit<?>> unit = UnitTable.find(tokens.get(at + 1).text());
    at += unit.isPresent() ? 2 : 0;
    return unit.filter(u -> !Units.offset(u)).map(u -> u.pow(power));
  }

  private int exponent() {
    if (kind(Kind.SUPERSCRIPT) && !token().spaced()) {
      return bounded(tokens.get(at++).number().value());
    }
    if (kind(Kind.POWER) && at + 1 < tokens.size()) {
      boolean negative = tokens.get(at + 1).is(Kind.MINUS);
      int digit = at + (negative ? 2 : 1);
      if (digit < tokens.size() && tokens.get(digit).is(Kind.NUMBER)) {
        at = digit + 1;
        return bounded((negative ? -1 : 1) * tokens.get(digit).number().value());
      }
    }
    return 1;
  }

  private static int bounded(double exponent) {
    return (int) Math.clamp(Math.rint(exponent), -9, 9);
  }

  /** {@code in} means inches only where nothing follows that it could introduce. */
  private boolean inchesAsPreposition() {
    return token().text().equals("in")
        && at + 1 < tokens.size()
        && (tokens.get(at + 1).is(Kind.WORD) || tokens.get(at + 1).is(Kind.NUMBER));
  }

  /** A counted noun: one lower-case word of three letters or more that is no function word. */
  private Optional<String> noun() {
    if (!kind(Kind.WORD)) {
      return Optional.empty();
    }
    String word = token().text();
    boolean plain =
        word.length() >= 3 && word.length() <= 24 && Character.isLowerCase(word.charAt(0));
    if (!plain || FunctionWords.contains(word)) {
      return Optional.empty();
    }
    at++;
    return Optional.of(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
  }

  private boolean kind(Kind kind) {
    return at < tokens.size() && tokens.get(at).is(kind);
  }

  private Token token() {
    return tokens.get(at);
  }
}
