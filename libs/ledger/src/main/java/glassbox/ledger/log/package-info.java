/**
 * What the entries of the log are, and the check an outsider makes without trusting the server.
 *
 * <p>An entry is a domain tag and a 32-byte hash, 48 bytes for a run. {@link LogVerifier} takes
 * verified checkpoints, entries and proofs and gives a verdict; it reads nothing else, so it works
 * offline. Format and vectors: docs/formats/log-v1.md.
 */
@NullMarked
package glassbox.ledger.log;

import org.jspecify.annotations.NullMarked;
