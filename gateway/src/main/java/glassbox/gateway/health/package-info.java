/**
 * Health beyond liveness: integrity (do the recorded numbers add up) and quality (are answers being
 * judged, and how they come out).
 */
@NullMarked
package glassbox.gateway.health;

import org.jspecify.annotations.NullMarked;
