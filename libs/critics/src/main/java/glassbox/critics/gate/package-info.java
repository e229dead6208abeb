/**
 * From verdicts to a decision: CSA@k, chi and the mandatory critics.
 *
 * <p>Unavailable verdicts are no votes: they neither agree nor pass. Source:
 * specs/emulsion-stabilized-inference.md; Parts 5.4 and 8 of its source.
 */
@NullMarked
package glassbox.critics.gate;

import org.jspecify.annotations.NullMarked;
