/**
 * The safety critic: what an answer must not say, by rules of its domain and by the limits and
 * prohibitions that its own question and context state.
 *
 * <p>Rules are data, versioned with the critic. Source: Parts 8.2 and 9.5 of the emulsion paper.
 */
@NullMarked
package glassbox.critics.safety;

import org.jspecify.annotations.NullMarked;
