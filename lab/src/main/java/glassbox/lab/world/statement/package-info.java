/**
 * Material for the hallucination and the safety score: statements that a context supports, denies
 * or says nothing of, and unsafe requests beside harmless ones about the same things.
 *
 * <p>The split of a statement goes by what it is about, that of a request by its whole pair, the
 * same in every world.
 */
@NullMarked
package glassbox.lab.world.statement;

import org.jspecify.annotations.NullMarked;
