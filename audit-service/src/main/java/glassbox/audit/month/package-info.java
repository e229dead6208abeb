/**
 * Monthly partitions of what grows with runs: which month an id belongs to, and that its partitions
 * are there before anything goes into them.
 *
 * <p>Invariants: the month comes from the id alone (db/migration/V30__months.sql), so a record that
 * is sent twice meets its first in the same partition; a month that was dropped takes nothing more.
 */
@NullMarked
package glassbox.audit.month;

import org.jspecify.annotations.NullMarked;
