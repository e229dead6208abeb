/**
 * The trace critic: what an answer claims must be backed by evidence that this server issued.
 *
 * <p>An answer without claims, evidence and context cannot be traced: unavailable, never passed.
 * Source: Parts 8.2 and 8.4 of the emulsion paper.
 */
@NullMarked
package glassbox.critics.trace;

import org.jspecify.annotations.NullMarked;
