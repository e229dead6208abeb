/**
 * What an outsider needs to judge runs without asking anyone: envelopes, blocks, proofs and one
 * signed checkpoint, in one file of JSON Lines.
 *
 * <p>Invariants: one bundle has one spelling, and the reader refuses every other; bounds are
 * checked before anything is built. Reading says nothing about truth: that is the verifier's work.
 * Format: docs/formats/bundle-v1.md.
 */
@NullMarked
package glassbox.ledger.bundle;

import org.jspecify.annotations.NullMarked;
