package glassbox.inference.specialist;

/** No specialist that runs here has the alias asked for. */
final class UnknownSpecialistException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownSpecialistException() {
    super("unknown specialist");
  }
}
