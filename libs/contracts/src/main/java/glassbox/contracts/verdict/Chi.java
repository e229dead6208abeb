package glassbox.contracts.verdict;

/**
 * The clump order parameter of an answer.
 *
 * @param value .5 E + .3 L + .2 C, in [0, 1]
 * @param collapse .5 E: weighted entropy collapse
 * @param loop .3 L: weighted loop rate
 * @param contradiction .2 C: weighted contradiction rate
 * @param loopRate L with its interval
 * @param contradictionRate C with its interval
 * @param meanNormalizedEntropy over the window
 * @param diffuse whether the text is too diffuse, which chi alone cannot see
 */
public record Chi(
    double value,
    double collapse,
    double loop,
    double contradiction,
    Rate loopRate,
    Rate contradictionRate,
    double meanNormalizedEntropy,
    boolean diffuse) {}
