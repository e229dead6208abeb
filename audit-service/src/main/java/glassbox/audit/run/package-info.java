/**
 * Recorded runs: an envelope is taken when all its blocks are there and agree with it, once; it is
 * read back only by its own tenant.
 *
 * <p>Invariants: a run id has one envelope for ever; the record hash is computed here, from the
 * canonical envelope, and never taken from a caller.
 */
@NullMarked
package glassbox.audit.run;

import org.jspecify.annotations.NullMarked;
