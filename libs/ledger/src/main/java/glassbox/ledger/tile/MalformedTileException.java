package glassbox.ledger.tile;

/** A path that names no tile, or bytes that are not the tile of that name. */
public final class MalformedTileException extends RuntimeException {
  MalformedTileException(String message) {
    super(message);
  }
}
