package glassbox.audit.month;

import java.util.OptionalLong;

/** The run was dropped with its month; the log says so. */
public final class RunRetiredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient OptionalLong index;
  private final transient OptionalLong retention;

  /**
   * A dropped run.
   *
   * @param index of the run's entry in the log, if it has one
   * @param retention index of the entry that says that its month was dropped, once it has one
   */
  public RunRetiredException(OptionalLong index, OptionalLong retention) {
    super("the run was dropped with its month");
    this.index = index;
    this.retention = retention;
  }

  /** Index of the run's entry in the log. */
  public OptionalLong index() {
    return index;
  }

  /** Index of the entry that says that its month was dropped. */
  public OptionalLong retention() {
    return retention;
  }
}
