/**
 * How good an attribution is, by the score it explains: deletion and insertion curves,
 * comprehensiveness and sufficiency (DeYoung et al. 2020), against a seeded random order.
 */
@NullMarked
package glassbox.explain.quality;

import org.jspecify.annotations.NullMarked;
