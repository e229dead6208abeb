/**
 * A decoder in plain Java loops, written to be read: no batching tricks, no native code, sums in
 * double. It stays beside the fast decoder, which is tested against it. It is not meant to serve.
 */
@NullMarked
package glassbox.engine.reference;

import org.jspecify.annotations.NullMarked;
