package glassbox.explain;

import glassbox.explain.occlusion.Attribution;
import glassbox.explain.quality.ExplanationQuality;
import glassbox.explain.score.Cost;

/**
 * An attribution, how good it is, and what both cost.
 *
 * @param attribution importances of the units
 * @param quality measured over the same score function
 * @param cost spent by attribution and quality together
 */
public record Explained(Attribution attribution, ExplanationQuality quality, Cost cost) {}
