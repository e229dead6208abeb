package glassbox.audit.log;

/** The run is recorded, but no published checkpoint is over it yet. */
final class NotIntegratedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
