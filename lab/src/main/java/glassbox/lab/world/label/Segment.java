package glassbox.lab.world.label;

/**
 * One part of a text. Markers such as {@code [Given]} or {@code <|call|>} occur in answers alone,
 * which are to be encoded with special tokens on; every other segment with them off.
 *
 * @param kind its place in the template
 * @param phrase its text and concepts
 */
public record Segment(SegmentKind kind, Phrase phrase) {}
