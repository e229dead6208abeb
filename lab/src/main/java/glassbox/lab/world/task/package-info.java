/**
 * Tasks of the world: what is asked, the one right answer, how it is worked with tools, and in
 * which split it lies.
 *
 * <p>The split is a function of the task itself, the same in every world and for ever. A computed
 * task goes by its numbers and names, in whatever words it is asked; a question for a fact goes by
 * its wording, for the fact must be readable somewhere.
 */
@NullMarked
package glassbox.lab.world.task;

import org.jspecify.annotations.NullMarked;
