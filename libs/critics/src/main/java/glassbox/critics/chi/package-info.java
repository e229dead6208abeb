/**
 * The clump order parameter {@code chi = .5 E + .3 L + .2 C}: entropy collapse, loop rate,
 * contradiction rate, all in [0, 1].
 *
 * <p>Computed from what the sampler logged and what the critics said; no model is called. Source:
 * specs/emulsion-stabilized-inference.md; Part 5 of its source.
 */
@NullMarked
package glassbox.critics.chi;

import org.jspecify.annotations.NullMarked;
