package glassbox.shell.run;

import java.util.UUID;

/** Issues ids of runs: UUIDv7, so that they sort by time. */
@FunctionalInterface
public interface RunIds {

  /** The next id; unique, and not before the ones issued in earlier milliseconds. */
  UUID next();
}
