/**
 * The run's envelope as bytes: canonical JSON, the record hash that becomes the leaf of the log;
 * the commitment to the run's text, and the records of what was erased or dropped.
 *
 * <p>Invariants: two JSON spellings of the same envelope hash alike; two different envelopes never
 * share canonical bytes. Works on JSON text, so it needs no mapper and knows no wire record. Rules
 * and vectors: docs/formats/envelope-v1.md, RFC 8785.
 */
@NullMarked
package glassbox.ledger.run;

import org.jspecify.annotations.NullMarked;
