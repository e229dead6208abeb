/**
 * The evidence of a run as it is recorded: trace JSON, version 1. Fragments are append-only; their
 * ids count only in the run that issued them. Personal data is masked before anything is stored, a
 * character for a character, so that offsets stay what they were.
 */
@NullMarked
package glassbox.contracts.trace;

import org.jspecify.annotations.NullMarked;
