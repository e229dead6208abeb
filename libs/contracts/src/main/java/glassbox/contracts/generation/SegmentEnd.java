package glassbox.contracts.generation;

import org.jspecify.annotations.Nullable;

/**
 * What a segment of a resumed pass wrote.
 *
 * @param tokens how many, forced ones included; the segments' tokens follow one another
 * @param finishReason marker, stop (the model's end token) or length
 * @param stopMarker the marker that was drawn and dropped; null unless {@code finishReason} is
 *     marker
 * @param forcedMillis milliseconds that the models took over its forced tokens
 */
public record SegmentEnd(
    int tokens, FinishReason finishReason, @Nullable String stopMarker, double forcedMillis) {}
