/**
 * The federations this service runs: loaded from the signed manifest at start, found by alias,
 * drained before they are closed.
 */
@NullMarked
package glassbox.inference.federation;

import org.jspecify.annotations.NullMarked;
