/**
 * Explains an answer end to end: estimate, attribute, measure how good the attribution is.
 *
 * <p>Invariants: nothing is spent before the estimate is within the budget; what was spent is what
 * the score function itself counted. Source: specs/explain-api.md, credit tier 1.
 */
@NullMarked
package glassbox.explain;

import org.jspecify.annotations.NullMarked;
