/**
 * What a repair redoes, and what the model is told of it: the smallest block that holds the
 * failure. [Given] and written trace ids are never redone.
 */
@NullMarked
package glassbox.esi.repair;

import org.jspecify.annotations.NullMarked;
