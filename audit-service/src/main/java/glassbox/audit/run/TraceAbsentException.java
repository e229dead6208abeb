package glassbox.audit.run;

/** A run of one plain pass: nobody kept evidence. */
final class TraceAbsentException extends RuntimeException {
  private static final long serialVersionUID = 1;
}
