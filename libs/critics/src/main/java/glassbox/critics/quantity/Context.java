package glassbox.critics.quantity;

import glassbox.critics.quantity.Token.Kind;
import java.util.List;
import java.util.Optional;

/** Whether the words around two expressions let them be read as a statement. */
final class Context {
  private static final int LOOK_BACK = 8;
  private final List<Token> tokens;

  Context(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Where an expression that starts at a token stands; empty if it asserts nothing. */
  Optional<Statement.Place> before(Expression expression, boolean weak) {
    int from = expression.from();
    if (from == 0) {
      return Optional.of(Statement.Place.SUBJECT);
    }
    Token previous = tokens.get(from - 1);
    if (blocked(from, previous)) {
      return Optional.empty();
    }
    if (!previous.is(Kind.WORD) || FunctionWords.opener(previous)) {
      return Optional.of(Statement.Place.SUBJECT);
    }
    if (FunctionWords.preposition(previous)) {
      boolean measured =
          from > 1 && previous.word("of") && FunctionWords.measured(tokens.get(from - 2));
      return measured ? Optional.of(Statement.Place.INNER) : arithmetic(expression);
    }
    return weak ? arithmetic(expression) : Optional.of(Statement.Place.INNER);
  }

  /** As {@link #before}, for an expression that need not be what its clause is about. */
  Optional<Statement.Place> mentioned(Expression expression) {
    int from = expression.from();
    return from > 0 && blocked(from, tokens.get(from - 1))
        ? Optional.empty()
        : Optional.of(Statement.Place.INNER);
  }

  private static Optional<Statement.Place> arithmetic(Expression expression) {
    return expression.literal() ? Optional.empty() : Optional.of(Statement.Place.INNER);
  }

  private boolean blocked(int from, Token previous) {
    boolean quantity =
        previous.is(Kind.WORD)
            && from > 1
            && tokens.get(from - 2).is(Kind.NUMBER)
            && UnitTable.find(previous.text()).isPresent();
    boolean call =
        previous.is(Kind.OPEN)
            && from > 1
            && tokens.get(from - 2).is(Kind.WORD)
            && !previous.spaced();
    boolean applied =
        previous.is(Kind.WORD) && tokens.get(from).is(Kind.OPEN) && !tokens.get(from).spaced();
    boolean variable =
        previous.is(Kind.WORD)
            && previous.text().length() == 1
            && Character.isLowerCase(previous.text().charAt(0));
    return quantity
        || call
        || applied
        || variable
        || previous.operator()
        || previous.is(Kind.OTHER)
        || previous.is(Kind.NUMBER)
        || previous.is(Kind.SUPERSCRIPT)
        || previous.is(Kind.CLOSE)
        || FunctionWords.operation(previous)
        || unasserted(from, previous);
  }

  private boolean unasserted(int from, Token previous) {
    boolean argument =
        FunctionWords.preposition(previous) || previous.word("and") || previous.is(Kind.PAUSE);
    boolean taken = false;
    for (int i = from - 1; i >= 0 && from - i <= LOOK_BACK; i--) {
      Token token = tokens.get(i);
      if (token.is(Kind.STOP) || token.relation() || token.text().equals(":")) {
        break;
      }
      if (FunctionWords.unasserted(token)) {
        return true;
      }
      taken |= FunctionWords.takesArguments(token);
    }
    return argument && taken;
  }

  /** Whether a statement may end before a token. */
  boolean ends(Expression right, boolean weak) {
    if (right.cut()) {
      return false;
    }
    if (right.to() >= tokens.size()) {
      return true;
    }
    Token next = tokens.get(right.to());
    if (next.is(Kind.WORD)) {
      boolean variable = next.text().length() == 1 && !next.text().equals("a");
      boolean choice = (next.word("or") || next.word("to")) && number(right.to() + 1);
      boolean closed = !variable && !choice && !FunctionWords.continues(next);
      return closed && !disputed(right.to()) && (!weak || FunctionWords.clauseEnd(next));
    }
    return true;
  }

  /** {@code ... is wrong}. */
  private boolean disputed(int at) {
    return at + 1 < tokens.size()
        && (tokens.get(at).word("is") || tokens.get(at).word("was"))
        && FunctionWords.unasserted(tokens.get(at + 1));
  }

  /** Whether nothing else stands in the sentence of an expression or a pair. */
  boolean alone(Expression left, Expression right) {
    boolean opens = left.from() == 0 || tokens.get(left.from() - 1).is(Kind.STOP);
    return opens && (right.to() >= tokens.size() || tokens.get(right.to()).is(Kind.STOP));
  }

  private boolean number(int at) {
    return at < tokens.size() && tokens.get(at).is(Kind.NUMBER);
  }
}
