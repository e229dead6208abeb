package glassbox.audit.month;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The run was dropped with its month; the log says so. */
public final class RunRetiredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient OptionalLong index;
  private final transient OptionalLong retention;
  private final byte @Nullable [] owner;

  /**
   * A dropped run.
   *
   * @param index of the run's entry in the log, if it has one
   * @param retention index of the entry that says that its month was dropped, once it has one
   * @param owner stands for its tenant; null if it was never in the log
   */
  RunRetiredException(OptionalLong index, OptionalLong retention, byte @Nullable [] owner) {
    super("the run was dropped with its month");
    this.index = index;
    this.retention = retention;
    this.owner = owner == null ? null : owner.clone();
  }

  byte @Nullable [] owner() {
    return owner == null ? null : owner.clone();
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
