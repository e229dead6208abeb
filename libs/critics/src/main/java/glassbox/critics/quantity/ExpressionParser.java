package glassbox.critics.quantity;

import glassbox.critics.quantity.Token.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads arithmetic on quantities: sums, products, powers, {@code 20% of 50}, {@code 5 ft 10 in}.
 *
 * <p>Nesting is bounded; deeper text is not an expression.
 */
final class ExpressionParser {
  private static final int DEEPEST = 16;
  private final List<Token> tokens;
  private final QuantityParser quantities;
  private int at;

  ExpressionParser(List<Token> tokens) {
    this.tokens = tokens;
    this.quantities = new QuantityParser(tokens);
  }

  /** The expression that starts at a token, if any. */
  Optional<Expression> read(int from) {
    at = from;
    Reading reading = sum(0);
    return reading == null
        ? Optional.empty()
        : Optional.of(new Expression(reading, from, at, goesOn()));
  }

  private @Nullable Reading sum(int depth) {
    Reading left = product(depth);
    while (left != null && (kind(Kind.PLUS) || kind(Kind.MINUS)) && !range(at)) {
      int sign = kind(Kind.PLUS) ? 1 : -1;
      int operator = at++;
      Reading right = product(depth);
      if (right == null) {
        at = operator;
        return left;
      }
      left = Arithmetic.add(left, right, sign);
    }
    return left;
  }

  /** {@code 5-10 kg}: a dash between two numbers of which only the second has a unit. */
  private boolean range(int dash) {
    return kind(Kind.MINUS)
        && !tokens.get(dash).text().equals("minus")
        && !tokens.get(dash).spaced()
        && dash > 0
        && tokens.get(dash - 1).is(Kind.NUMBER)
        && dash + 2 < tokens.size()
        && !tokens.get(dash + 1).spaced()
        && tokens.get(dash + 2).is(Kind.WORD)
        && !FunctionWords.contains(tokens.get(dash + 2).text());
  }

  private @Nullable Reading product(int depth) {
    Reading left = power(depth);
    while (left != null) {
      int operator = at;
      Optional<Boolean> divide = factorOperator(left);
      Reading right = divide.isPresent() ? power(depth) : null;
      if (right == null) {
        at = operator;
        return left;
      }
      left = divide.get() ? Arithmetic.divide(left, right) : Arithmetic.multiply(left, right);
    }
    return null;
  }

  /** Steps over an operator between factors: whether it divides, if there is one. */
  private Optional<Boolean> factorOperator(Reading left) {
    if (kind(Kind.TIMES) || kind(Kind.DIVIDE)) {
      return Optional.of(tokens.get(at++).is(Kind.DIVIDE));
    }
    if (word(at, "of") && left instanceof Reading.Known(Measure share) && share.percent()) {
      at++;
      return Optional.of(false);
    }
    if (word(at + 1, "by") && (word(at, "multiplied") || word(at, "divided"))) {
      boolean divide = word(at, "divided");
      at += 2;
      return Optional.of(divide);
    }
    return Optional.empty();
  }

  private @Nullable Reading power(int depth) {
    Reading base = signed(depth);
    if (base == null) {
      return null;
    }
    if (kind(Kind.SUPERSCRIPT) && !tokens.get(at).spaced()) {
      return Arithmetic.power(base, number(tokens.get(at++).number()));
    }
    if (kind(Kind.POWER) && depth < DEEPEST) {
      int operator = at++;
      Reading exponent = power(depth + 1);
      if (exponent != null) {
        return Arithmetic.power(base, exponent);
      }
      at = operator;
    }
    return base;
  }

  private @Nullable Reading signed(int depth) {
    if ((kind(Kind.MINUS) || kind(Kind.PLUS)) && at + 1 < tokens.size()) {
      Token next = tokens.get(at + 1);
      boolean tight = !next.spaced() && (next.is(Kind.NUMBER) || next.is(Kind.CURRENCY));
      if (!tight) {
        return null;
      }
      boolean minus = tokens.get(at++).is(Kind.MINUS);
      Reading value = quantity();
      return value == null || !minus ? value : Arithmetic.negate(value);
    }
    return kind(Kind.OPEN) ? group(depth) : quantity();
  }

  private @Nullable Reading group(int depth) {
    if (depth >= DEEPEST) {
      return null;
    }
    at++;
    Reading inner = sum(depth + 1);
    if (inner == null || !kind(Kind.CLOSE)) {
      return null;
    }
    at++;
    return inner instanceof Reading.Known(Measure m)
        ? new Reading.Known(m.with(m.value(), m.source().with(Measure.Source.COMPUTED), 0))
        : inner;
  }

  private @Nullable Reading quantity() {
    Optional<QuantityParser.Read> first = quantities.read(at);
    if (first.isEmpty()) {
      return null;
    }
    at = first.get().to();
    Measure measure = first.get().measure();
    return compound(measure);
  }

  /** {@code 2 h 30 min}, {@code 5 feet and 10 inches}. */
  private Reading compound(Measure first) {
    int next = word(at, "and") ? at + 1 : at;
    Optional<QuantityParser.Read> second =
        first.stated() && next < tokens.size() && tokens.get(next).is(Kind.NUMBER)
            ? quantities.read(next)
            : Optional.empty();
    if (second.isEmpty() || !smaller(second.get().measure(), first)) {
      return new Reading.Known(first);
    }
    at = second.get().to();
    return Arithmetic.add(new Reading.Known(first), compound(second.get().measure()), 1);
  }

  private static boolean smaller(Measure part, Measure whole) {
    if (!part.stated() || part.unit().equals(whole.unit())) {
      return false;
    }
    boolean same = Units.compatible(part.unit(), whole.unit()) && !Units.offset(part.unit());
    return same
        && !Units.offset(whole.unit())
        && Math.abs(Units.factor(part.unit(), whole.unit())) < 1
        && Math.abs(part.in(whole.unit()).value()) < 1;
  }

  private static Reading number(Token.Number number) {
    return new Reading.Known(Measure.literal(number, Optional.empty(), Optional.empty()));
  }

  /** Whether what follows belongs to the expression but could not be read. */
  private boolean goesOn() {
    if (at >= tokens.size()) {
      return false;
    }
    Token next = tokens.get(at);
    boolean dash =
        next.is(Kind.MINUS)
            && next.spaced()
            && at + 1 < tokens.size()
            && tokens.get(at + 1).is(Kind.WORD)
            && tokens.get(at + 1).spaced();
    return (next.operator() && !dash)
        || next.is(Kind.NUMBER)
        || next.is(Kind.OTHER)
        || next.is(Kind.SUPERSCRIPT)
        || (next.is(Kind.OPEN) && !next.spaced());
  }

  private boolean kind(Kind kind) {
    return at < tokens.size() && tokens.get(at).is(kind);
  }

  private boolean word(int i, String word) {
    return i < tokens.size() && tokens.get(i).word(word);
  }
}
