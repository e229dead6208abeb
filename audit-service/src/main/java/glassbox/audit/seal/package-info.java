/**
 * Seals of rows: keyed hashes that show that no column of a recorded row was changed, not even by
 * who owns the database; and the interface of the checks that the log's verification makes of them.
 *
 * <p>The key is wrapped by the master key, which is in a file (docs/erasure.md): who has the
 * database alone can make no seal.
 */
@NullMarked
package glassbox.audit.seal;

import org.jspecify.annotations.NullMarked;
