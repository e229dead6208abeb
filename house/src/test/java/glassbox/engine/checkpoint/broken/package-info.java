/** Breaks the engine's layers on purpose. */
@NullMarked
package glassbox.engine.checkpoint.broken;

import org.jspecify.annotations.NullMarked;
