package glassbox.ledger.tile;

/** A tile is already there with other bytes: two histories of one log. Nothing was overwritten. */
public final class TileConflictException extends RuntimeException {
  TileConflictException(TileId id) {
    super(id.path() + " is already written with other bytes: the log must not be extended");
  }
}
