/**
 * Tools that really run while a draft is decoded. A call that a tool cannot run is an output too,
 * {@code error: ...}: the model sees it, the trace records it, the run goes on.
 */
@NullMarked
package glassbox.esi.tool;

import org.jspecify.annotations.NullMarked;
