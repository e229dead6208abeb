/**
 * Experiments on legible bottlenecks where the truth is known by construction, with their controls:
 * planted concepts, sequence maximum, tax of sparsity, backdoors, stability of names.
 *
 * <p>Every pair of arm and seed is a run of its own, kept in a work directory, so that an
 * interrupted experiment goes on where it stopped.
 */
@NullMarked
package glassbox.lab.legible;

import org.jspecify.annotations.NullMarked;
