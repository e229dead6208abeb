/**
 * Plans over a map: a simulator, and the critics of feasibility and of resources.
 *
 * <p>Stops are read from the answer's own field by the names of the map's places; the simulator
 * drives them leg by leg. Without a map both critics are unavailable. Source: Parts 8.2 and 9.5 of
 * the emulsion paper.
 */
@NullMarked
package glassbox.critics.plan;

import org.jspecify.annotations.NullMarked;
