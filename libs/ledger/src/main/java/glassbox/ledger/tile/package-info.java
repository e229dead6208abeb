/**
 * The log as immutable files (c2sp.org/tlog-tiles): hash tiles of height 8, entry bundles, and what
 * reads and writes them.
 *
 * <p>Invariants: a tile's bytes never change once written; partial tiles stay until the full one is
 * there; what {@link TileLog#append} returned is on the disk. Tiles prove nothing by themselves:
 * heads made from them count only when a signed checkpoint has the same root. Must not sign.
 */
@NullMarked
package glassbox.ledger.tile;

import org.jspecify.annotations.NullMarked;
