/**
 * The units critic: arithmetic, conversions, dimensions and bounds that an answer states.
 *
 * <p>It judges only what it read whole; it never guesses. Source: Part 8.2 of the emulsion paper.
 */
@NullMarked
package glassbox.critics.units;

import org.jspecify.annotations.NullMarked;
