/**
 * Takes recorded runs out of the service: verification bundles (docs/formats/bundle-v1.md), which
 * an outsider judges without it, and rows of runs and tokens for other tools (docs/exports.md).
 *
 * <p>Invariants: an export shows one tenant's runs only; all proofs of a bundle are for one
 * checkpoint; text leaves only where it is kept; whatever the period, one run is held at a time.
 */
@NullMarked
package glassbox.audit.export;

import org.jspecify.annotations.NullMarked;
