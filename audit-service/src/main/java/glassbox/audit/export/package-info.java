/**
 * Takes recorded runs out of the service: verification bundles (docs/formats/bundle-v1.md), which
 * an outsider judges without it.
 *
 * <p>Invariants: a bundle shows one tenant's run only; all its proofs are for one checkpoint; text
 * leaves only where it is kept.
 */
@NullMarked
package glassbox.audit.export;

import org.jspecify.annotations.NullMarked;
