/**
 * Royalties: a fee split between the trainers (30%) and the hosts (70%) of specialists by their
 * measured shares, and signed receipts of such splits.
 *
 * <p>Invariants: amounts are whole minor units; the parts of every fee sum to it exactly; no part
 * is off its exact quota by a whole unit. A receipt names the run and its record's hash, so that
 * the shares behind it can be checked: never a flat claim. A receipt says what is owed; it moves no
 * money. Source: glass-box-federation.md, "Over many runs".
 */
@NullMarked
package glassbox.ledger.royalty;

import org.jspecify.annotations.NullMarked;
