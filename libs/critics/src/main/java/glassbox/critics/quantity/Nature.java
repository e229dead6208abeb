package glassbox.critics.quantity;

import glassbox.critics.quantity.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tech.units.indriya.unit.Units;

/** Bounds that nature sets, where the words before a quantity say what it measures. */
final class Nature {
  private static final Set<String> AMOUNTS =
      Set.of(
          "mass",
          "weight",
          "length",
          "height",
          "width",
          "distance",
          "area",
          "volume",
          "density",
          "age",
          "duration");
  private static final Set<String> SPEEDS = Set.of("speed", "velocity");
  private static final Set<String> RATIOS = Set.of("efficiency", "purity");
  private static final Set<String> TEMPERATURES = Set.of("temperature", "temperatures");
  private static final double LIGHT = 299_792_458;
  private static final int REACH = 8;

  private Nature() {}

  static Optional<CheckedStatement> check(List<Token> tokens, int from, QuantityParser.Read read) {
    Measure measure = read.measure();
    boolean minus = from > 0 && tokens.get(from - 1).is(Kind.MINUS) && sign(tokens, from - 1);
    double value = minus ? -measure.value() : measure.value();
    Optional<String> problem = problem(tokens, minus ? from - 1 : from, measure, value);
    return problem.map(
        text ->
            new CheckedStatement(
                tokens.get(minus ? from - 1 : from).start(),
                tokens.get(read.to() - 1).end(),
                Optional.of(text)));
  }

  /** Whether a minus is a sign: something that is no number stands before it. */
  private static boolean sign(List<Token> tokens, int at) {
    boolean tight = !tokens.get(at + 1).spaced();
    return tight && (at == 0 || tokens.get(at).spaced() && !tokens.get(at - 1).is(Kind.NUMBER));
  }

  private static Optional<String> problem(
      List<Token> tokens, int at, Measure measure, double value) {
    if (measure.percent()) {
      boolean over = value > 100 && named(tokens, at, RATIOS);
      return over ? Optional.of("it cannot be over 100%") : Optional.empty();
    }
    if (!measure.stated()) {
      return Optional.empty();
    }
    boolean kelvin = glassbox.critics.quantity.Units.compatible(measure.unit(), Units.KELVIN);
    boolean scale = glassbox.critics.quantity.Units.offset(measure.unit());
    if (kelvin && (scale || named(tokens, at, TEMPERATURES))) {
      double absolute =
          glassbox.critics.quantity.Units.convert(value, measure.unit(), Units.KELVIN);
      return absolute < -1e-6 ? Optional.of("below absolute zero") : Optional.empty();
    }
    if (value < 0 && named(tokens, at, AMOUNTS)) {
      return Optional.of("it cannot be negative");
    }
    boolean speed =
        glassbox.critics.quantity.Units.compatible(measure.unit(), Units.METRE_PER_SECOND);
    if (speed && named(tokens, at, SPEEDS)) {
      double fast =
          glassbox.critics.quantity.Units.convert(value, measure.unit(), Units.METRE_PER_SECOND);
      return fast > LIGHT * (1 + 1e-6) ? Optional.of("faster than light") : Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether {@code mass of the stone is} or {@code mass:} stands before a quantity. */
  private static boolean named(List<Token> tokens, int at, Set<String> nouns) {
    boolean states =
        at > 0
            && (tokens.get(at - 1).word("is")
                || tokens.get(at - 1).word("of")
                || tokens.get(at - 1).is(Kind.EQUAL)
                || tokens.get(at - 1).text().equals(":"));
    boolean found = false;
    for (int i = at - 2; states && i >= 0 && at - i <= REACH; i--) {
      Token token = tokens.get(i);
      if (token.is(Kind.STOP) || token.is(Kind.NUMBER)) {
        return found;
      }
      if (FunctionWords.unasserted(token)) {
        return false;
      }
      boolean named = token.is(Kind.WORD) && nouns.contains(token.text().toLowerCase(Locale.ROOT));
      found |= named && !change(tokens, i);
    }
    return found;
  }

  /** {@code change of mass}, {@code weight loss}: these may be negative. */
  private static boolean change(List<Token> tokens, int noun) {
    Set<String> words = Set.of("change", "difference", "loss", "gain", "drop", "rise", "error");
    for (int i = Math.max(0, noun - 3); i <= Math.min(noun + 2, tokens.size() - 1); i++) {
      if (tokens.get(i).is(Kind.WORD)
          && words.contains(tokens.get(i).text().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
