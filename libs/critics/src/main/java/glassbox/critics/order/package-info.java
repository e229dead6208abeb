/**
 * How much the order in which two critics run changes what they say.
 *
 * <p>Critics are made anew for every run of a pair, so that what they share is shared by the two of
 * one run and by nobody else; every run gets its own copy of the draft. Source: Parts 3.5 and 8.3
 * of the emulsion paper.
 */
@NullMarked
package glassbox.critics.order;

import org.jspecify.annotations.NullMarked;
