/**
 * Whether an answer is right, whatever words it is put in: numbers by value and unit, choices by
 * the forms named, ways by their sites in order, methods by what they compute.
 *
 * <p>A grader is strict where an answer hedges: two different values, or a right and a wrong form,
 * are wrong. An answer in the scaffold's fields is graded by its last [Answer] field alone.
 */
@NullMarked
package glassbox.lab.world.grading;

import org.jspecify.annotations.NullMarked;
