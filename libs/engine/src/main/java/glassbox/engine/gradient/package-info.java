/**
 * What every training shares: the native engine started for it, and named weights in native memory
 * that gradients are recorded for.
 *
 * <p>Gradients are recorded on the thread that asks for it: each training has a thread of its own.
 * Never used for serving.
 */
@NullMarked
package glassbox.engine.gradient;

import org.jspecify.annotations.NullMarked;
