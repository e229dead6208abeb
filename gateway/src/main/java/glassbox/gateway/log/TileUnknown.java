package glassbox.gateway.log;

/** A path that no tile can have. */
final class TileUnknown extends RuntimeException {
  private static final long serialVersionUID = 1;

  TileUnknown() {
    super("no tile has that path");
  }
}
