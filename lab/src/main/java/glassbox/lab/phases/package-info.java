/**
 * Measures a running stack's answers through phases on held-out tasks of the world: one JSON line a
 * task, seed and setting (Part 10.8 of the source), resumable, and the results with their bars. It
 * sees the stack as any client does.
 *
 * <p>Source: specs/emulsion-stabilized-inference.md.
 */
@NullMarked
package glassbox.lab.phases;

import org.jspecify.annotations.NullMarked;
