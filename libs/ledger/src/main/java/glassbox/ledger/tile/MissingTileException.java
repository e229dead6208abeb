package glassbox.ledger.tile;

/** A tile that the tree's size promises is not in the store. */
public final class MissingTileException extends RuntimeException {
  MissingTileException(TileId id) {
    super(id.path() + " is missing");
  }
}
