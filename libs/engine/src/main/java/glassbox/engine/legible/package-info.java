/**
 * Legible bottlenecks: a layer's activations read through a sparse code of named atoms, with what
 * the code leaves out kept and measured, and the certificate that says how much the left-out part
 * moved the output.
 *
 * <p>Legend: B inputs of a batch, R rows at a site (B, or B times the positions), d width of the
 * site, m atoms, k atoms active at once, C classes. Only plain arrays cross the package's border.
 * One model trains at a time in a process. Follows A. Debes, The Explanation Is the Forward Pass
 * (2026).
 */
@NullMarked
package glassbox.engine.legible;

import org.jspecify.annotations.NullMarked;
