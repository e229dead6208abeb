package glassbox.critics.quantity;

import glassbox.critics.quantity.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.measure.Unit;

/**
 * What a statement says of its two sides.
 *
 * @param sign equality or an order
 * @param weak whether it is a word such as {@code is} that often says something else
 * @param target unit that the left side is said to be converted to
 * @param to number of the token after it
 */
record Relation(Sign sign, boolean weak, Optional<Unit<?>> target, int to) {

  enum Sign {
    EQUAL,
    ABOUT,
    LESS,
    GREATER,
    AT_MOST,
    AT_LEAST
  }

  private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "as");
  private static final Set<String> RESULT =
      Set.of("makes", "make", "gives", "give", "yields", "becomes", "has", "contains", "totals");
  private static final Set<String> FILLERS =
      Set.of("exactly", "also", "therefore", "thus", "simply", "just", "then", "the", "same", "as");
  private static final Set<String> ABOUT =
      Set.of("about", "approximately", "roughly", "around", "nearly", "almost", "circa", "approx");
  private static final Set<String> TO =
      Set.of(
          "amounts",
          "corresponds",
          "comes",
          "converts",
          "adds",
          "sums",
          "equal",
          "equivalent",
          "equates");

  /** The relation at a token, if any. */
  static Optional<Relation> at(List<Token> tokens, int from) {
    Cursor cursor = new Cursor(tokens, from);
    Optional<Unit<?>> target = cursor.conversion();
    cursor.skipPauseBeforeWhich();
    return cursor.relation().map(r -> new Relation(r.sign, r.weak, target, cursor.at));
  }

  /** Words of approximation and fillers after a token, as in {@code (about 8 km)}. */
  static Relation parenthetical(List<Token> tokens, int from) {
    Cursor cursor = new Cursor(tokens, from);
    if (cursor.kind(Kind.EQUAL)) {
      cursor.at++;
    }
    boolean about = cursor.kind(Kind.APPROXIMATE) || cursor.in(ABOUT);
    cursor.at += about ? 1 : 0;
    return new Relation(about ? Sign.ABOUT : Sign.EQUAL, false, Optional.empty(), cursor.at);
  }

  private record Found(Sign sign, boolean weak) {}

  private static final class Cursor {
    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens, int at) {
      this.tokens = tokens;
      this.at = at;
    }

    /** {@code in grams}, {@code to g}. */
    Optional<Unit<?>> conversion() {
      if (!(word("in") || word("to") || word("into") || word("expressed") || word("converted"))) {
        return Optional.empty();
      }
      int next = at + 1 < tokens.size() && tokens.get(at).text().endsWith("ed") ? at + 2 : at + 1;
      Optional<QuantityParser.Read> unit = new QuantityParser(tokens).bareUnit(next);
      unit.ifPresent(read -> at = read.to());
      return unit.map(read -> read.measure().unit());
    }

    void skipPauseBeforeWhich() {
      boolean which =
          kind(Kind.PAUSE)
              && at + 1 < tokens.size()
              && (tokens.get(at + 1).word("which") || tokens.get(at + 1).word("that"));
      if (which || word("which")) {
        at += which ? 2 : 1;
      }
    }

    Optional<Found> relation() {
      if (at >= tokens.size()) {
        return Optional.empty();
      }
      if (tokens.get(at).relation()) {
        Sign sign = sign(tokens.get(at++).kind());
        return Optional.of(new Found(softened(sign), false));
      }
      boolean be = in(BE) && !word("as");
      if (be || in(RESULT)) {
        at++;
        return verb(be);
      }
      return word("equals") || in(TO) ? verb(false).filter(f -> !f.weak) : Optional.empty();
    }

    private Optional<Found> verb(boolean be) {
      boolean strong = word("equals");
      at += strong ? 1 : 0;
      for (int i = 0; i < 5 && (in(FILLERS) || in(TO)); i++) {
        strong |= in(TO) || word("same");
        at++;
        if (strong && (word("to") || word("up"))) {
          at += word("up") ? 2 : 1;
        }
      }
      Optional<Sign> comparison = be ? comparison() : Optional.empty();
      if (comparison.isPresent()) {
        return Optional.of(new Found(comparison.get(), false));
      }
      return Optional.of(new Found(softened(Sign.EQUAL), !strong));
    }

    /** {@code more than}, {@code smaller than}. */
    private Optional<Sign> comparison() {
      if (at + 1 >= tokens.size() || !tokens.get(at + 1).word("than")) {
        return Optional.empty();
      }
      boolean more =
          in(Set.of("more", "greater", "larger", "bigger", "heavier", "longer", "higher"));
      boolean less = in(Set.of("less", "smaller", "fewer", "lighter", "shorter", "lower"));
      at += more || less ? 2 : 0;
      return more ? Optional.of(Sign.GREATER) : less ? Optional.of(Sign.LESS) : Optional.empty();
    }

    private Sign softened(Sign sign) {
      boolean about = kind(Kind.APPROXIMATE) || in(ABOUT);
      at += about ? 1 : 0;
      return about && sign == Sign.EQUAL ? Sign.ABOUT : sign;
    }

    private static Sign sign(Kind kind) {
      return switch (kind) {
        case APPROXIMATE -> Sign.ABOUT;
        case LESS -> Sign.LESS;
        case GREATER -> Sign.GREATER;
        case AT_MOST -> Sign.AT_MOST;
        case AT_LEAST -> Sign.AT_LEAST;
        default -> Sign.EQUAL;
      };
    }

    private boolean kind(Kind kind) {
      return at < tokens.size() && tokens.get(at).is(kind);
    }

    private boolean word(String word) {
      return at < tokens.size() && tokens.get(at).word(word);
    }

    private boolean in(Set<String> words) {
      return kind(Kind.WORD) && words.contains(tokens.get(at).text().toLowerCase(Locale.ROOT));
    }
  }
}
