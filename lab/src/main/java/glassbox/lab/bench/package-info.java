/**
 * How fast the decoder is: one model, its adapters one after another and in one batch, prompts, and
 * what the record of a pass costs. Runs that are compared take turns, so that a machine that slows
 * down slows both; the numbers are medians.
 */
@NullMarked
package glassbox.lab.bench;

import org.jspecify.annotations.NullMarked;
