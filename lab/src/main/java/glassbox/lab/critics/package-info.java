/** Experiments with the critics. */
@NullMarked
package glassbox.lab.critics;

import org.jspecify.annotations.NullMarked;
