/**
 * Verdicts over HTTP.
 *
 * <p>Critics run side by side, each within a time limit; one that is late, busy or broken is
 * reported as unavailable, never as passed.
 */
@NullMarked
package glassbox.critic.verdict;

import org.jspecify.annotations.NullMarked;
