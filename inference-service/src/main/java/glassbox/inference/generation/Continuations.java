package glassbox.inference.generation;

import glassbox.contracts.generation.Continuation;
import glassbox.contracts.generation.FinishReason;
import glassbox.contracts.generation.ForcedPiece;
import glassbox.contracts.generation.PassSegment;
import glassbox.contracts.generation.SegmentEnd;
import glassbox.engine.federation.Outcome;
import glassbox.engine.federation.Part;
import glassbox.engine.federation.Resumption;
import glassbox.engine.text.Tokenizer;
import glassbox.shell.problem.FieldProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A continuation in the engine's terms. Special tokens come from the field for markers alone:
 * whatever a text says, it is encoded with specials off.
 */
final class Continuations {
  private static final int MOST_TOKENS = 1 << 16;
  private static final int MOST_SEGMENTS = 32;
  private static final int MOST_PIECES = 32;
  private static final int MOST_MARKERS = 64;
  private static final int LONGEST_TEXT = 1 << 16;

  private final Continuation continuation;
  private final Tokenizer tokenizer;
  private final List<FieldProblem> problems = new ArrayList<>();

  Continuations(Continuation continuation, Tokenizer tokenizer) {
    this.continuation = continuation;
    this.tokenizer = tokenizer;
  }

  /** What is wrong with it; empty if nothing is. */
  List<FieldProblem> check() {
    int size = tokenizer.vocabularySize();
    that(
        continuation.prefix().size() <= MOST_TOKENS
            && continuation.prefix().stream().allMatch(id -> id >= 0 && id < size),
        "prefix",
        "must be at most %d token ids of the vocabulary".formatted(MOST_TOKENS));
    that(continuation.room() >= 1, "room", "must be at least 1");
    int segments = continuation.segments().size();
    that(
        segments >= 1 && segments <= MOST_SEGMENTS,
        "segments",
        "must be 1 to %d segments".formatted(MOST_SEGMENTS));
    for (int i = 0; i < segments; i++) {
      check(continuation.segments().get(i), i);
    }
    return problems;
  }

  private void check(PassSegment segment, int index) {
    String at = "segments[%d].".formatted(index);
    that(
        segment.forced().size() <= MOST_PIECES && segment.forced().stream().allMatch(this::usable),
        at + "forced",
        "must be at most %d pieces, each a special token as marker or a text"
            .formatted(MOST_PIECES));
    that(
        index == 0 || segment.forced().isEmpty() || segment.forced().getFirst().marker() != null,
        at + "forced",
        "must begin with a marker, or be empty, after the first segment");
    that(
        segment.stopMarkers().size() <= MOST_MARKERS
            && segment.stopMarkers().stream().allMatch(this::special),
        at + "stop_markers",
        "must be at most %d special tokens of the vocabulary".formatted(MOST_MARKERS));
    that(segment.maxNewTokens() >= 0, at + "max_new_tokens", "must be 0 or more");
  }

  private void that(boolean holds, String field, String message) {
    if (!holds) {
      problems.add(new FieldProblem("continuation." + field, message));
    }
  }

  private boolean usable(ForcedPiece piece) {
    String text = piece.text();
    String marker = piece.marker();
    return marker != null
        ? text == null && special(marker)
        : text != null && !text.isEmpty() && text.length() <= LONGEST_TEXT;
  }

  private boolean special(String token) {
    OptionalInt id = tokenizer.idOf(token);
    return id.isPresent() && tokenizer.isSpecial(id.getAsInt());
  }

  /** Where the answer is taken up. Requires that {@link #check} found nothing. */
  Resumption resumption() {
    return new Resumption(
        continuation.prefix(),
        continuation.segments().stream().map(this::segment).toList(),
        continuation.room());
  }

  private Resumption.Segment segment(PassSegment segment) {
    return new Resumption.Segment(
        segment.forced().stream().flatMap(this::ids).toList(),
        segment.stopMarkers().stream().map(this::id).collect(Collectors.toUnmodifiableSet()),
        segment.maxNewTokens());
  }

  private Stream<Integer> ids(ForcedPiece piece) {
    String marker = piece.marker();
    String text = piece.text();
    return marker != null
        ? Stream.of(id(marker))
        : Arrays.stream(tokenizer.encode(text == null ? "" : text)).boxed();
  }

  private int id(String marker) {
    return tokenizer.idOf(marker).orElseThrow();
  }

  /** What the segments wrote, on the wire; null for a pass that is the answer. */
  static @Nullable List<SegmentEnd> ends(Outcome outcome, Tokenizer tokenizer) {
    if (outcome.parts().isEmpty()) {
      return null;
    }
    return outcome.parts().stream().map(part -> end(part, tokenizer)).toList();
  }

  private static SegmentEnd end(Part part, Tokenizer tokenizer) {
    double forced = part.forced().toNanos() / 1e6;
    return switch (part.end()) {
      case STOPPED ->
          new SegmentEnd(
              part.tokens(),
              FinishReason.MARKER,
              tokenizer.decode(new int[] {part.stopId().orElseThrow()}),
              forced);
      case ENDED -> new SegmentEnd(part.tokens(), FinishReason.STOP, null, forced);
      case LIMIT -> new SegmentEnd(part.tokens(), FinishReason.LENGTH, null, forced);
    };
  }
}
