package glassbox.inference.generation;

import glassbox.contracts.generation.Continuation;
import glassbox.contracts.generation.ForcedPiece;
import glassbox.engine.federation.Forcing;
import glassbox.engine.federation.Resumption;
import glassbox.engine.text.Tokenizer;
import glassbox.shell.problem.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A continuation in the engine's terms. Markers are special tokens and come from the field for
 * markers alone: whatever a text says, it is encoded with specials off.
 */
final class Continuations {
  private static final int MOST_TOKENS = 1 << 16;
  private static final int MOST_PIECES = 64;
  private static final int MOST_MARKERS = 64;
  private static final int LONGEST_TEXT = 1 << 16;

  private final Continuation continuation;
  private final Tokenizer tokenizer;

  Continuations(Continuation continuation, Tokenizer tokenizer) {
    this.continuation = continuation;
    this.tokenizer = tokenizer;
  }

  /** What is wrong with it; empty if nothing is. */
  List<FieldProblem> check() {
    List<FieldProblem> problems = new ArrayList<>();
    int size = tokenizer.vocabularySize();
    if (continuation.prefix().size() > MOST_TOKENS
        || continuation.prefix().stream().anyMatch(id -> id < 0 || id >= size)) {
      problems.add(
          new FieldProblem(
              "continuation.prefix",
              "must be at most %d token ids of the vocabulary".formatted(MOST_TOKENS)));
    }
    if (continuation.forced().size() > MOST_PIECES
        || !continuation.forced().stream().allMatch(this::usable)) {
      problems.add(
          new FieldProblem(
              "continuation.forced",
              "must be at most %d pieces, each a special token as marker or a text"
                  .formatted(MOST_PIECES)));
    }
    if (continuation.stopMarkers().size() > MOST_MARKERS
        || !continuation.stopMarkers().stream().allMatch(this::special)) {
      problems.add(
          new FieldProblem(
              "continuation.stop_markers",
              "must be at most %d special tokens of the vocabulary".formatted(MOST_MARKERS)));
    }
    if (continuation.room() < 1) {
      problems.add(new FieldProblem("continuation.room", "must be at least 1"));
    }
    return problems;
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

  /** What the pass's answer begins with. Requires that {@link #check} found nothing. */
  Forcing forcing() {
    return Forcing.prefix(
        continuation.forced().stream().flatMapToInt(piece -> IntStream.of(ids(piece))).toArray());
  }

  private int[] ids(ForcedPiece piece) {
    String marker = piece.marker();
    String text = piece.text();
    return marker != null
        ? new int[] {tokenizer.idOf(marker).orElseThrow()}
        : tokenizer.encode(text == null ? "" : text);
  }

  /** Where the answer is taken up. Requires that {@link #check} found nothing. */
  Resumption resumption() {
    return new Resumption(
        continuation.prefix(),
        continuation.stopMarkers().stream()
            .map(marker -> tokenizer.idOf(marker).orElseThrow())
            .collect(Collectors.toUnmodifiableSet()),
        continuation.room());
  }
}
