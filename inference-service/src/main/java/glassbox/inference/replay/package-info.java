/** Independent forward passes over sealed blocks. */
@NullMarked
package glassbox.inference.replay;

import org.jspecify.annotations.NullMarked;
