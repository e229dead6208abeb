package glassbox.audit.block;

/** No block of that hash is recorded. */
final class BlockNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
