/**
 * The reconciliation experiment: 1,000 tokens of three specialists, recomputed in double from the
 * stored record, replayed, and attacked.
 *
 * <p>The sum alone is nearly a tautology, so each kind of fault is injected many times, and the
 * arithmetic or the replay must find it.
 */
@NullMarked
package glassbox.lab.reconcile;

import org.jspecify.annotations.NullMarked;
