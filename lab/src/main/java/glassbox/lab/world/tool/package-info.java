/**
 * The tools of the world, small and exact: what a gold transcript shows as a tool's output is what
 * these computed. A server runs tools of its own; for calls of these forms they must agree.
 *
 * <p>Numbers are plain decimals without trailing zeros, at most ten significant digits.
 */
@NullMarked
package glassbox.lab.world.tool;

import org.jspecify.annotations.NullMarked;
