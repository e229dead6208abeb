package glassbox.inference.record;

/** The audit service refused a block for good; its answer must not go out. */
final class RecordRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RecordRefusedException(int status) {
    super("audit refused the block with " + status);
  }
}
