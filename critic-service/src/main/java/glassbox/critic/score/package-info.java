/**
 * Scores of hallucination and safety beside the verdicts.
 *
 * <p>Fitted models are files that the lab writes; a score whose model or whose signals are missing
 * is unavailable with the reason. Scores never change what the gate decides.
 */
@NullMarked
package glassbox.critic.score;

import org.jspecify.annotations.NullMarked;
