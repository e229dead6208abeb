/**
 * Checkpoints of the log (c2sp.org/tlog-checkpoint), witnesses' cosignatures
 * (c2sp.org/tlog-cosignature) and the keys that may sign at which size of the log.
 *
 * <p>A {@link VerifiedCheckpoint} exists only after origin, a key valid at its size and the witness
 * policy were checked. {@link CheckpointSigner} never signs a head that does not extend the last
 * one. Rules, key files and rotation: docs/formats/log-v1.md.
 */
@NullMarked
package glassbox.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
