/**
 * Drops months of runs whose time of keeping is over (docs/retention.md).
 *
 * <p>Invariants: whole months only; nothing is dropped before the log says, under a published
 * checkpoint, which entries it is; a month that is dropped takes nothing more; a crash anywhere is
 * made good at the next turn. Without a configured time nothing is ever dropped.
 */
@NullMarked
package glassbox.audit.retention;

import org.jspecify.annotations.NullMarked;
