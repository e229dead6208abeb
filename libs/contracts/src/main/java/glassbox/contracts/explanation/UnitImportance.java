package glassbox.contracts.explanation;

/**
 * One unit of the input with its importance.
 *
 * @param segment {@code context} or {@code prompt}
 * @param text the unit's text
 * @param start offset of its first character in the segment
 * @param end offset after its last character
 * @param importance score with everything minus score with this unit occluded, nats of the answer's
 *     log-probability; positive where the unit supports the answer
 */
public record UnitImportance(String segment, String text, int start, int end, double importance) {}
