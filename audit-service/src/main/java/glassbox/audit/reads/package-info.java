/**
 * Reads of the audit are audited: who, what, when, and what for if they say so.
 *
 * <p>Invariants: a read is recorded, durably, before it is answered; one that cannot be recorded is
 * not answered (503); the table is insert-only, its rows are sealed; reviewing the reads is a read.
 */
@NullMarked
package glassbox.audit.reads;

import org.jspecify.annotations.NullMarked;
