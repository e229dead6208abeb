/**
 * What every training shares: the native engine started for it, and named weights in native memory
 * that gradients are recorded for.
 *
 * <p>Gradients are recorded one step at a time: one training runs in a process. Never used for
 * serving.
 */
@NullMarked
package glassbox.engine.gradient;

import org.jspecify.annotations.NullMarked;
