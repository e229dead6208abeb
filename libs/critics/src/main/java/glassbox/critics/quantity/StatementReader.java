package glassbox.critics.quantity;

import glassbox.critics.quantity.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the statements about quantities in a text: equalities, orders, conversions, chains. */
final class StatementReader {
  private final List<Token> tokens;
  private final ExpressionParser parser;
  private final Context context;
  private final List<Statement> found = new ArrayList<>();

  private StatementReader(List<Token> tokens) {
    this.tokens = tokens;
    this.parser = new ExpressionParser(tokens);
    this.context = new Context(tokens);
  }

  static List<Statement> read(List<Token> tokens) {
    StatementReader reader = new StatementReader(tokens);
    int at = 0;
    while (at < tokens.size()) {
      Optional<Expression> start = reader.parser.read(at);
      at = start.isPresent() ? Math.max(reader.chain(start.get()), at + 1) : at + 1;
    }
    return reader.found;
  }

  /** Follows {@code a = b = c} from its first side; gives the number of the token after it. */
  private int chain(Expression first) {
    Expression left = first;
    boolean chained = false;
    while (true) {
      Optional<Relation> relation = Relation.at(tokens, left.to());
      Optional<Expression> right = relation.flatMap(r -> parser.read(r.to()));
      if (relation.isEmpty() || right.isEmpty()) {
        return brackets(left, chained);
      }
      pair(left, relation.get(), right.get(), chained);
      left = right.get();
      chained = true;
    }
  }

  private void pair(Expression left, Relation relation, Expression right, boolean chained) {
    Optional<Statement.Place> place =
        chained ? Optional.of(Statement.Place.SUBJECT) : context.before(left, relation.weak());
    boolean ends = context.ends(right, relation.weak());
    if (place.isEmpty() || left.cut() || !ends) {
      return;
    }
    if (bothPlain(left, right) && !chained && (relation.weak() || !context.alone(left, right))) {
      return;
    }
    found.add(new Statement(left, relation, right, place.get()));
  }

  /** {@code 5 = 6} says nothing where 5 and 6 may be labels. */
  private static boolean bothPlain(Expression left, Expression right) {
    return plain(left) && plain(right);
  }

  private static boolean plain(Expression side) {
    return side.reading() instanceof Reading.Known(Measure m) && m.literal() && !m.stated();
  }

  /** {@code 120 EUR (100 EUR + 20 EUR)}, {@code 5 miles (about 8 km)}. */
  private int brackets(Expression left, boolean chained) {
    if (left.to() >= tokens.size() || !tokens.get(left.to()).is(Kind.OPEN)) {
      return left.to();
    }
    Relation relation = Relation.parenthetical(tokens, left.to() + 1);
    Optional<Expression> inner = parser.read(relation.to());
    boolean closed =
        inner.isPresent()
            && inner.get().to() < tokens.size()
            && tokens.get(inner.get().to()).is(Kind.CLOSE);
    if (!closed) {
      return left.to();
    }
    boolean asserted = chained || context.mentioned(left).isPresent();
    if (asserted && !left.cut()) {
      found.add(new Statement(left, relation, inner.get(), Statement.Place.BRACKETS));
    }
    return inner.get().to() + 1;
  }
}
