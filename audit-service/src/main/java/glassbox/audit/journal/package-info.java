/**
 * What is recorded beside the log, numbered without gaps: reads, alarms and who saw them, receipts.
 * A row that somebody takes away is missed, and so is a line of the journal.
 *
 * <p>Invariants: a line is written in the transaction of its row; a number is given once; the
 * highest one is remembered outside the database too. Must not know what the rows hold.
 */
@NullMarked
package glassbox.audit.journal;

import org.jspecify.annotations.NullMarked;
