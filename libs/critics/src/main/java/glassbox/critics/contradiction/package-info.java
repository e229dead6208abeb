/**
 * The contradiction critic: sentences of the answer against context, prompt and one another.
 *
 * <p>Inference stands behind a port. The rules shipped here are deterministic and cautious:
 * numbers, limits, negation, antonyms, quantifiers, attributes; two sentences must say nearly the
 * same to be found in conflict. Source: Parts 5.2 and 8.2 of the emulsion paper.
 */
@NullMarked
package glassbox.critics.contradiction;

import org.jspecify.annotations.NullMarked;
