/**
 * Evidence of a run: fragments that this server issued, claims that name them. Append-only: what
 * was issued is never changed or taken back, and an id counts only in the run that issued it. Trace
 * JSON, version 1: Part 8.4 of the source.
 */
@NullMarked
package glassbox.esi.trace;

import org.jspecify.annotations.NullMarked;
