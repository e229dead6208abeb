package glassbox.lab.world.code;

/** An expression over int numbers and one variable. */
sealed interface IntExpression {

  /** Its value for one value of the variable, wrapping around as Java's int does. */
  int at(int x);

  /** What it computes as a polynomial, if it has no division. */
  Polynomial polynomial();

  /** A number. */
  record Constant(int value) implements IntExpression {
    @Override
    public int at(int x) {
      return value;
    }

    @Override
    public Polynomial polynomial() {
      return Polynomial.constant(value);
    }
  }

  /** The parameter. */
  record Variable() implements IntExpression {
    @Override
    public int at(int x) {
      return x;
    }

    @Override
    public Polynomial polynomial() {
      return Polynomial.variable();
    }
  }

  /** Two operands: one of {@code + - *}. */
  record Operation(char operator, IntExpression left, IntExpression right)
      implements IntExpression {
    @Override
    public int at(int x) {
      int a = left.at(x);
      int b = right.at(x);
      return switch (operator) {
        case '+' -> a + b;
        case '-' -> a - b;
        default -> a * b;
      };
    }

    @Override
    public Polynomial polynomial() {
      Polynomial a = left.polynomial();
      Polynomial b = right.polynomial();
      return switch (operator) {
        case '+' -> a.plus(b);
        case '-' -> a.plus(b.times(Polynomial.constant(-1)));
        default -> a.times(b);
      };
    }
  }
}
