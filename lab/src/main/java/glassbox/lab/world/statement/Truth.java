package glassbox.lab.world.statement;

import java.util.Locale;

/** What a context says of a statement. */
public enum Truth {
  /** It stands there. */
  TRUE,
  /** Something else stands there. */
  FALSE,
  /** Nothing is said of it. */
  UNSUPPORTED;

  /** Name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
