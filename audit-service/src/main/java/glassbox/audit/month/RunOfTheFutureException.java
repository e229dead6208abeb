package glassbox.audit.month;

/** An id with a time that is yet to come. */
public final class RunOfTheFutureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunOfTheFutureException() {
    super("the run's id has a time that is yet to come");
  }
}
