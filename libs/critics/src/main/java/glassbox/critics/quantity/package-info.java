/**
 * Reads quantities, arithmetic and the statements made of them out of free text.
 *
 * <p>Own scanner (numbers, signs, currencies, units, words), Indriya for units. Every pass moves
 * forward and nesting is bounded, so time is linear in the text; no text makes it throw. What it
 * does not understand it leaves alone: a statement is only reported when both sides were read
 * whole.
 */
@NullMarked
package glassbox.critics.quantity;

import org.jspecify.annotations.NullMarked;
