/**
 * Judges verification bundles: stand-alone, offline, believing nothing but the keys it is given.
 *
 * <p>Invariants: every check says held, wrong, cannot be judged, or was not made and why; none is
 * silently left out. What a record says is recomputed here from the record's own numbers; the
 * arithmetic of the verdicts is written a second time, not shared with the critics that made them.
 * Format and meaning: docs/formats/bundle-v1.md, docs/verify.md.
 */
@NullMarked
package glassbox.lab.verify;

import org.jspecify.annotations.NullMarked;
