package glassbox.gateway.records;

import java.io.IOException;

/** The spool is at its bound: nothing more is taken until audit has emptied it. */
final class SpoolFull extends IOException {
  private static final long serialVersionUID = 1;

  SpoolFull() {
    super("the spool is full");
  }
}
