/**
 * Durable records of runs: committed by audit, or synced to the local spool and replayed in order
 * until audit has them. A record that was acknowledged is never dropped.
 */
@NullMarked
package glassbox.gateway.records;

import org.jspecify.annotations.NullMarked;
