package glassbox.lab.world.sql;

/** A query that cannot be read or run. */
public final class QueryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  QueryException(String message) {
    super(message);
  }
}
