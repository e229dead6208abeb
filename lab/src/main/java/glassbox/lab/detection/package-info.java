/**
 * Fits the scores of hallucination and safety on labelled runs of the world and measures them on
 * another world.
 *
 * <p>Signals come from the code that the product runs. No wording that is tested is ever fitted on.
 * Everything follows from its seeds.
 */
@NullMarked
package glassbox.lab.detection;

import org.jspecify.annotations.NullMarked;
