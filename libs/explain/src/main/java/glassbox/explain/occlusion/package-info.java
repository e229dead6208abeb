/**
 * Credit tier 1 ({@code gradient} on the wire): deterministic occlusion, one unit at a time.
 *
 * <p>Exact for additive scores; interactions between units are credited to none or to all of them.
 */
@NullMarked
package glassbox.explain.occlusion;

import org.jspecify.annotations.NullMarked;
