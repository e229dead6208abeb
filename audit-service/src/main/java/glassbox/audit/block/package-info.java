/**
 * Sealed blocks: recomputed on arrival, refused if they do not add up, kept by hash.
 *
 * <p>Invariants: no block is stored whose largest residual is 1e-3 nats or more; a block once
 * acknowledged is on disk; storing one twice is storing it once; the content of a block is stored
 * apart, encrypted.
 */
@NullMarked
package glassbox.audit.block;

import org.jspecify.annotations.NullMarked;
