package glassbox.contracts.explanation;

/**
 * Upper bounds of an explanation's cost, known from token counts alone.
 *
 * @param least for the shortest answer that can come, by the coarsest units: a budget below it
 *     suffices for no answer
 * @param most for the longest answer that can come, by the finest units: a budget of it suffices
 *     for every answer
 * @param budget most forward tokens that would be spent: the request's, at most the service's
 */
public record ExplanationEstimate(ExplanationCost least, ExplanationCost most, long budget) {}
