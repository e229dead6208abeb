/**
 * Methods of one int parameter and one int expression, enough Java for small tasks: read, run with
 * Java's own wrap-around, and compared by what they compute rather than by how they are written.
 */
@NullMarked
package glassbox.lab.world.code;

import org.jspecify.annotations.NullMarked;
