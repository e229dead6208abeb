/**
 * Makes sealed blocks durable before their answer goes out: in the audit service, or, while that is
 * away, on the local disk until it is back. Acknowledged means never lost; a block that nobody can
 * keep stops its answer. Sending is idempotent by hash.
 */
@NullMarked
package glassbox.inference.record;

import org.jspecify.annotations.NullMarked;
