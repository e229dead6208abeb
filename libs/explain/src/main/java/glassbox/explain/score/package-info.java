/**
 * The port that every attribution method works over: a score of the answer as a function of which
 * input units are kept, with what it costs.
 *
 * <p>It knows no model and no tokenizer; implementations decide how a unit is left out.
 */
@NullMarked
package glassbox.explain.score;

import org.jspecify.annotations.NullMarked;
