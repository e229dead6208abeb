/**
 * Texts and token ids of runs, each run's encrypted under a key of its own, so that destroying the
 * key erases them while numbers, hashes and proofs stay.
 *
 * <p>Invariants: nothing here is stored in clear; a data key is stored only wrapped by the master
 * key, which is in a file and never in the database; an erasure is itself recorded; what is erased
 * is never stored again. Must not know envelopes. docs/erasure.md says what this promises.
 */
@NullMarked
package glassbox.audit.content;

import org.jspecify.annotations.NullMarked;
