package glassbox.gateway.records;

import org.jspecify.annotations.Nullable;

/** The record could be written neither by audit nor to the spool: there must be no answer. */
public final class RecordNotDurable extends RuntimeException {
  private static final long serialVersionUID = 1;

  RecordNotDurable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
