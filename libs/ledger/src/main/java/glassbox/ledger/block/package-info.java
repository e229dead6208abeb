/**
 * The packed block: what one pass of a federation did, token by token, in canonical bytes.
 *
 * <p>Invariants: {@code encode(decode(bytes))} gives the same bytes; no two byte strings decode to
 * the same block; a block has the same hash with its content and without; nothing is allocated
 * before its length was checked against the input. Must not know who stores or sends a block. The
 * byte layout is in docs/formats/block-v2.md.
 */
@NullMarked
package glassbox.ledger.block;

import org.jspecify.annotations.NullMarked;
