/**
 * What a decoder offers to the rest of the engine: sessions that take token ids in and give
 * log-probabilities out. The fast decoder and the readable reference implement the same interface.
 */
@NullMarked
package glassbox.engine.forward;

import org.jspecify.annotations.NullMarked;
