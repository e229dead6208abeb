/**
 * What a record costs: bytes a token on real answers, and how fast it is written and read.
 *
 * <p>Times are medians of rounds on one thread. Writes docs/results/ledger.json with the bars of
 * its parts, which other programs measured: ingest and flipped bits.
 */
@NullMarked
package glassbox.lab.ledger;

import org.jspecify.annotations.NullMarked;
