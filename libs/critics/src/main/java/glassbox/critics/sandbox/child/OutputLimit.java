package glassbox.critics.sandbox.child;

/** Too much was printed. */
final class OutputLimit extends Error {
  private static final long serialVersionUID = 1;

  OutputLimit() {
    super("too much output", null, false, false);
  }
}
