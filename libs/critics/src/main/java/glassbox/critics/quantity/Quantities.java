package glassbox.critics.quantity;

import glassbox.critics.quantity.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the quantities that a text states. */
public final class Quantities {
  private static final Set<String> LABELS =
      Set.of(
          "step",
          "table",
          "figure",
          "chapter",
          "section",
          "item",
          "part",
          "phase",
          "stage",
          "level",
          "room",
          "version",
          "page",
          "line",
          "case",
          "example",
          "option",
          "question",
          "problem",
          "task",
          "no",
          "number",
          "appendix",
          "note",
          "article",
          "rule",
          "fig");

  private Quantities() {}

  /** All quantities in text order, without list markers and labels. */
  public static List<StatedQuantity> in(String text) {
    List<Token> tokens = Lexer.lex(text);
    QuantityParser parser = new QuantityParser(tokens);
    List<StatedQuantity> found = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Optional<QuantityParser.Read> read = starts(tokens, at) ? parser.read(at) : Optional.empty();
      if (read.isEmpty()) {
        at++;
        continue;
      }
      if (!label(tokens, at, read.get())) {
        found.add(quantity(tokens, at, read.get()));
      }
      at = read.get().to();
    }
    return found;
  }

  private static boolean starts(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    boolean numberNext = at + 1 < tokens.size() && tokens.get(at + 1).is(Kind.NUMBER);
    return token.is(Kind.NUMBER)
        || (token.is(Kind.CURRENCY) && numberNext)
        || (token.is(Kind.WORD) && numberNext && Money.UNITS.containsKey(token.text()));
  }

  private static StatedQuantity quantity(List<Token> tokens, int at, QuantityParser.Read read) {
    int end = tokens.get(read.to() - 1).end();
    boolean negative =
        at > 0
            && tokens.get(at - 1).is(Kind.MINUS)
            && !tokens.get(at).spaced()
            && (at == 1 || tokens.get(at - 1).spaced());
    return negative
        ? new StatedQuantity(read.measure().negated(), tokens.get(at - 1).start(), end)
        : new StatedQuantity(read.measure(), tokens.get(at).start(), end);
  }

  private static boolean label(List<Token> tokens, int at, QuantityParser.Read read) {
    if (read.measure().stated()) {
      return false;
    }
    boolean opens = at == 0 || tokens.get(at - 1).text().equals("\n");
    boolean marker =
        opens
            && read.to() < tokens.size()
            && (tokens.get(read.to()).text().equals(".") || tokens.get(read.to()).is(Kind.CLOSE));
    boolean listEnd = marker && read.to() + 1 < tokens.size();
    return listEnd
        || (at > 0
            && tokens.get(at - 1).is(Kind.WORD)
            && LABELS.contains(tokens.get(at - 1).text().toLowerCase(Locale.ROOT)));
  }
}
