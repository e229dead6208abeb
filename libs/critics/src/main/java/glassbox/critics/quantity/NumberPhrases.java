package glassbox.critics.quantity;

import glassbox.critics.quantity.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Joins tokens that state one number: {@code twenty-five}, {@code one hundred and twenty}, {@code
 * two and a half}, {@code 2 1/2}.
 */
final class NumberPhrases {
  private static final Map<String, Double> SCALES =
      Map.of("hundred", 1e2, "thousand", 1e3, "million", 1e6, "billion", 1e9);
  private static final int LARGEST_DENOMINATOR = 64;
  private final List<Token> tokens;
  private final List<Token> joined = new ArrayList<>();

  private NumberPhrases(List<Token> tokens) {
    this.tokens = tokens;
  }

  static List<Token> join(List<Token> tokens) {
    NumberPhrases phrases = new NumberPhrases(tokens);
    int at = 0;
    while (at < tokens.size()) {
      at = phrases.next(at);
    }
    return phrases.joined;
  }

  /** Takes one token or one phrase; gives the number of the token after it. */
  private int next(int at) {
    int mixed = mixed(at);
    if (mixed > at) {
      return mixed;
    }
    int words = words(at);
    if (words > at) {
      return words;
    }
    joined.add(tokens.get(at));
    return at + 1;
  }

  /** {@code 2 1/2}: a whole number, then a fraction below one without blanks in it. */
  private int mixed(int at) {
    boolean form =
        at + 3 < tokens.size()
            && whole(at)
            && whole(at + 1)
            && tokens.get(at + 1).spaced()
            && tokens.get(at + 2).text().equals("/")
            && !tokens.get(at + 2).spaced()
            && whole(at + 3)
            && !tokens.get(at + 3).spaced();
    if (!form) {
      return at;
    }
    double top = value(at + 1);
    double bottom = value(at + 3);
    boolean slashed = at + 4 < tokens.size() && tokens.get(at + 4).text().equals("/");
    if (!(top > 0 && top < bottom && bottom <= LARGEST_DENOMINATOR) || slashed) {
      return at;
    }
    add(at, at + 4, Fractions.exact(value(at) + top / bottom));
    return at + 4;
  }

  private boolean whole(int i) {
    Token token = tokens.get(i);
    return token.is(Kind.NUMBER)
        && !token.text().isEmpty()
        && token.text().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Number words: at least two of them, or one with {@code and a half}. */
  private int words(int at) {
    boolean article = word(at, "a") || word(at, "one");
    boolean opens = spelled(at) || article && at + 1 < tokens.size() && scale(at + 1) > 0;
    if (!opens) {
      return at;
    }
    double total = 0;
    double current = article ? 1 : value(at);
    int i = at + 1;
    while (i < tokens.size()) {
      int step = word(i, "and") || hyphen(i) ? i + 1 : i;
      boolean linked = step < tokens.size();
      double scale = linked && step == i ? scale(i) : 0;
      if (scale > 0) {
        boolean closes = scale > 100;
        current *= scale;
        total += closes ? current : 0;
        current = closes ? 0 : current;
        i++;
      } else if (linked && (spelled(step) || word(step, "one")) && fits(current, total, i, step)) {
        current += value(step);
        i = step + 1;
      } else {
        break;
      }
    }
    boolean half = word(i, "and") && word(i + 1, "a") && word(i + 2, "half");
    int end = half ? i + 3 : i;
    if (end <= at + 1) {
      return at;
    }
    double value = total + current + (half ? 0.5 : 0);
    add(at, end, half ? Fractions.exact(value) : Token.Number.whole(value));
    return end;
  }

  /**
   * {@code twenty} takes {@code five}; {@code hundred} and {@code thousand} take less than a
   * hundred, after {@code and} too, unless that begins a number of its own.
   */
  private boolean fits(double current, double total, int i, int step) {
    double next = value(step);
    boolean tens = current % 100 >= 20 && current % 10 == 0 && next < 10;
    boolean hundreds = current % 100 == 0 && current + total > 0 && next < 100;
    if (step == i) {
      return tens || hundreds;
    }
    boolean own = current > 0 && word(step + 1, "hundred");
    return hyphen(i) ? tens : hundreds && !own;
  }

  private boolean hyphen(int i) {
    return i < tokens.size() && tokens.get(i).text().equals("-") && !tokens.get(i).spaced();
  }

  private boolean spelled(int i) {
    return i < tokens.size()
        && tokens.get(i).is(Kind.NUMBER)
        && Character.isLetter(tokens.get(i).text().charAt(0));
  }

  private double scale(int i) {
    boolean word =
        i < tokens.size() && tokens.get(i).is(Kind.WORD) && tokens.get(i).text().length() < 10;
    return word ? SCALES.getOrDefault(tokens.get(i).text().toLowerCase(Locale.ROOT), 0.0) : 0;
  }

  private boolean word(int i, String word) {
    return i < tokens.size() && tokens.get(i).word(word);
  }

  private double value(int i) {
    return word(i, "one") ? 1 : tokens.get(i).number().value();
  }

  private void add(int from, int to, Token.Number number) {
    Token first = tokens.get(from);
    int end = tokens.get(to - 1).end();
    joined.add(new Token(Kind.NUMBER, first.text(), first.start(), end, first.spaced(), number));
  }
}
