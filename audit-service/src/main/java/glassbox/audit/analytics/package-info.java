/**
 * What many runs of a tenant say together: who contributed what, how well the records add up, how
 * good the answers were; and royalties by measured share.
 *
 * <p>Invariants: a recorded run is counted exactly once, soon after its transaction; reports read
 * rollups only, never runs. The rollups are derived and can be counted again from the runs. A fee
 * of a run has one receipt for ever.
 */
@NullMarked
package glassbox.audit.analytics;

import org.jspecify.annotations.NullMarked;
