package glassbox.engine.forward;

import glassbox.engine.checkpoint.LegibleConfig;

/**
 * The legible bottlenecks that a lane runs through.
 *
 * @param config sizes, calibration and names
 * @param own whether the lane brought them itself; an adapter without them uses its base's, which
 *     it was not trained with
 */
public record LegibleChannel(LegibleConfig config, boolean own) {}
