package glassbox.lab.world.code;

/** Code that cannot be read or run. */
public final class CodeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CodeException(String message) {
    super(message);
  }
}
