/**
 * The watch over specialists whose deltas could give a backdoor away. Evidence is gathered from
 * certified answers; a suspicion survives restarts and ends only when an operator clears it or the
 * specialist's files change.
 */
@NullMarked
package glassbox.inference.monitor;

import org.jspecify.annotations.NullMarked;
