/** Breaks the rule about factors on purpose. */
@NullMarked
package glassbox.engine.training.broken;

import org.jspecify.annotations.NullMarked;
