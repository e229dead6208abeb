/**
 * Worked tasks after a mistake, as a repair finds them: one argument of the gold answer is slipped,
 * the calls behind it run again, the shipped critics judge it, and what they object to is put in
 * the words that a run's repair uses. What is kept before the redone block, a mistaken [Given] too,
 * is the server's; the rest is the right answer.
 */
@NullMarked
package glassbox.lab.world.redo;

import org.jspecify.annotations.NullMarked;
