/** Breaks the engine's layers on purpose. */
@NullMarked
package glassbox.engine.mixture.broken;

import org.jspecify.annotations.NullMarked;
