package glassbox.audit.log;

/** The log takes nothing just now: the database is away, or it is halted. */
final class LogPausedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
