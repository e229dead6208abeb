package glassbox.lab.world.task;

import java.util.Locale;

/** How the answer of a task comes about. */
public enum Style {
  /** In one sentence, from memory or in the head. */
  DIRECT,
  /** In one sentence that stands in the context. */
  IN_CONTEXT,
  /** In the scaffold's fields. */
  WORKED;

  /** Name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
