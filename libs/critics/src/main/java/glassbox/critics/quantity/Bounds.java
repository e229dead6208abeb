package glassbox.critics.quantity;

import glassbox.critics.quantity.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Limits that words and nature set: shares of a whole, probabilities, efficiencies, absolute zero,
 * amounts that cannot be negative, the speed of light.
 */
final class Bounds {
  private static final Set<String> CHANCES =
      Set.of("probability", "chance", "likelihood", "probabilities");
  private static final Set<String> WHOLES = Set.of("whole", "total", "all", "entire");
  private static final int REACH = 6;

  private Bounds() {}

  static List<CheckedStatement> check(List<Token> tokens) {
    List<CheckedStatement> checked = new ArrayList<>();
    QuantityParser quantities = new QuantityParser(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(Kind.NUMBER)) {
        int from = i;
        quantities
            .read(i)
            .flatMap(read -> bound(tokens, from, read).or(() -> Nature.check(tokens, from, read)))
            .ifPresent(checked::add);
      }
    }
    return checked;
  }

  private static Optional<CheckedStatement> bound(
      List<Token> tokens, int from, QuantityParser.Read read) {
    Measure measure = read.measure();
    boolean share = measure.percent() && ofWhole(tokens, read.to());
    boolean chance = (measure.percent() || !measure.stated()) && isChance(tokens, from);
    if (!share && !(chance && measure.noun().isEmpty())) {
      return Optional.empty();
    }
    double limit = measure.percent() ? 100 : 1;
    String problem =
        share ? "a share of a whole is at most 100%" : "a probability is between 0 and 1";
    boolean negative = from > 0 && tokens.get(from - 1).is(Kind.MINUS);
    boolean broken = measure.value() > limit || (negative && measure.value() != 0);
    return Optional.of(
        new CheckedStatement(
            tokens.get(from).start(),
            tokens.get(read.to() - 1).end(),
            broken ? Optional.of(problem) : Optional.empty()));
  }

  /** {@code of the whole}, {@code of all patients}. */
  private static boolean ofWhole(List<Token> tokens, int at) {
    int word = at + 1 < tokens.size() && tokens.get(at + 1).word("the") ? at + 2 : at + 1;
    return word < tokens.size() && tokens.get(at).word("of") && in(WHOLES, tokens.get(word));
  }

  /** {@code probability of rain is}: the noun a few words before, then a verb or a sign. */
  private static boolean isChance(List<Token> tokens, int at) {
    int verb = at > 0 && tokens.get(at - 1).is(Kind.MINUS) ? at - 2 : at - 1;
    boolean states =
        verb >= 0
            && (tokens.get(verb).word("is")
                || tokens.get(verb).is(Kind.EQUAL)
                || tokens.get(verb).word("of"));
    for (int i = verb - 1; states && i >= 0 && verb - i <= REACH; i--) {
      if (tokens.get(i).is(Kind.STOP) || tokens.get(i).is(Kind.NUMBER)) {
        return false;
      }
      if (in(CHANCES, tokens.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean in(Set<String> words, Token token) {
    return token.is(Kind.WORD) && words.contains(token.text().toLowerCase(Locale.ROOT));
  }
}
