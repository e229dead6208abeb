package glassbox.critics.quantity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Checks every statement about quantities that a text makes. */
public final class Statements {

  private Statements() {}

  /**
   * The statements that could be checked, in text order.
   *
   * @param text any text
   * @return empty if the text states nothing checkable
   */
  public static List<CheckedStatement> check(String text) {
    List<Token> tokens = Lexer.lex(text);
    List<CheckedStatement> checked = new ArrayList<>(Bounds.check(tokens));
    for (Statement statement : StatementReader.read(tokens)) {
      Comparison.Outcome outcome = Comparison.of(statement);
      if (outcome.checked()) {
        int start = tokens.get(statement.left().from()).start();
        int end = tokens.get(statement.right().to() - 1).end();
        checked.add(new CheckedStatement(start, end, outcome.problem()));
      }
    }
    checked.sort(
        Comparator.comparingInt(CheckedStatement::start).thenComparingInt(CheckedStatement::end));
    return checked;
  }
}
