package glassbox.audit.run;

/** The tenant has no run of that id. */
public final class RunNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
