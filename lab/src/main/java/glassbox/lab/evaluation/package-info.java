/**
 * How often the shipped models answer the world's held-out questions exactly right: each model
 * alone, and joined by each combiner.
 *
 * <p>Greedy decoding gives an answer exactly when each of its tokens is the most probable after the
 * tokens before it, so one forward over question and answer decides.
 */
@NullMarked
package glassbox.lab.evaluation;

import org.jspecify.annotations.NullMarked;
