package glassbox.audit.content;

import java.util.UUID;

/** Stored content or its key is not what was stored: somebody changed the database. */
public final class ContentDamagedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ContentDamagedException(UUID runId, String what) {
    super("the content of run " + runId + " is damaged: " + what);
  }

  ContentDamagedException(UUID runId, String what, Throwable cause) {
    super("the content of run " + runId + " is damaged: " + what, cause);
  }
}
