/**
 * The transparency log at the edge: checkpoint and tiles for everybody, proofs for a run's tenant.
 *
 * <p>Checkpoint, tiles and cosignatures need no key: an outsider must be able to check the log.
 * They hold hashes only. Few of them are passed on at a time, so that they cannot keep runs from
 * being recorded.
 */
@NullMarked
package glassbox.gateway.log;

import org.jspecify.annotations.NullMarked;
