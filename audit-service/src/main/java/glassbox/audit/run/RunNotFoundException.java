package glassbox.audit.run;

/** The tenant has no run of that id. */
final class RunNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
