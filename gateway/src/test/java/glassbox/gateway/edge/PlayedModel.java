package glassbox.gateway.edge;

import glassbox.contracts.generation.BlockRef;
import glassbox.contracts.generation.Continuation;
import glassbox.contracts.generation.FinishReason;
import glassbox.contracts.generation.ForcedPiece;
import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.contracts.generation.PassSegment;
import glassbox.contracts.generation.RecordState;
import glassbox.contracts.generation.SegmentEnd;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.generation.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A model that writes one scaffold, as a stand-in's answer to a pass of it: a token a word. It
 * writes what it was trained to, whatever the prompt says; only server's markers move it on.
 */
final class PlayedModel {
  static final Map<String, Integer> SPECIALS =
      Map.of(
          "[Given]", 1,
          "[Plan]", 2,
          "[Compute]", 3,
          "[Checks]", 4,
          "[Trace]", 5,
          "[Answer]", 6,
          "<|call|>", 7,
          "<|result|>", 8,
          "<|done|>", 9);

  /** After a marker: what is written, and the marker that comes then; empty at the end. */
  private record Line(List<String> words, String next) {}

  private static final Map<String, Line> SCRIPT =
      Map.of(
          "[Given]", new Line(List.of(" 3", " kg"), "[Plan]"),
          "[Plan]", new Line(List.of(" convert"), "[Compute]"),
          "[Compute]", new Line(List.of(" work:", "<|call|>", "convert 3 kg g"), "<|result|>"),
          "<|done|>", new Line(List.of(" so"), "[Checks]"),
          "[Checks]", new Line(List.of(" units", " ok"), "[Trace]"),
          "[Trace]", new Line(List.of(" t1", " convert"), "[Answer]"),
          "[Answer]", new Line(List.of(" 3000", " g"), ""));

  private static final int FIRST_WORD = 100;

  private final Map<String, Integer> words = new ConcurrentHashMap<>();

  /** What is answered in place of the script's by who is asked with this system prompt. */
  final Map<String, List<String>> answers = new ConcurrentHashMap<>();

  /** The events of a pass. */
  String events(GenerationRequest request, Continuation continuation) {
    Generation generation = generation(request, continuation);
    StringBuilder events = new StringBuilder();
    for (TokenAttribution token : generation.tokens()) {
      event(events, "token", token);
    }
    event(events, "done", generation);
    return events.toString();
  }

  private static void event(StringBuilder events, String name, Object data) {
    events.append("event: ").append(name).append("\ndata: ");
    events.append(Peers.JSON.writeValueAsString(data)).append("\n\n");
  }

  private Generation generation(GenerationRequest request, Continuation continuation) {
    List<TokenAttribution> tokens = new ArrayList<>();
    List<SegmentEnd> ends = new ArrayList<>();
    for (PassSegment segment : continuation.segments()) {
      int from = tokens.size();
      String marker = "";
      for (ForcedPiece piece : segment.forced()) {
        String text = piece.marker() == null ? piece.text() : piece.marker();
        tokens.add(token(tokens.size(), String.valueOf(text), piece.marker() != null, true));
        marker = piece.marker() == null ? marker : piece.marker();
      }
      Line line = line(marker, request.system());
      for (String word : segment.maxNewTokens() == 0 ? List.<String>of() : line.words()) {
        tokens.add(token(tokens.size(), word, SPECIALS.containsKey(word), false));
      }
      ends.add(end(tokens.size() - from, line, segment));
    }
    Generation plain = Canned.generation(request);
    return new Generation(
        request.runId(),
        request.pass(),
        "",
        FinishReason.MARKER,
        new Usage(10, tokens.size()),
        false,
        tokens,
        tokens.stream().map(token -> List.of((double) token.position())).toList(),
        plain.shares(),
        plain.reconciliation(),
        plain.certificate(),
        new BlockRef(request.pass(), "%064x".formatted(request.pass() + 1), RecordState.COMMITTED),
        plain.specialists(),
        plain.build(),
        request.decoding().seed(),
        ends,
        null);
  }

  private Line line(String marker, @Nullable String system) {
    Line line = SCRIPT.getOrDefault(marker, new Line(List.of(), ""));
    boolean own = marker.equals("[Answer]") && system != null && answers.containsKey(system);
    return own ? new Line(answers.getOrDefault(system, List.of()), "") : line;
  }

  private static SegmentEnd end(int tokens, Line line, PassSegment segment) {
    if (segment.maxNewTokens() == 0) {
      return new SegmentEnd(tokens, FinishReason.LENGTH, null, forced(segment));
    }
    return line.next().isEmpty()
        ? new SegmentEnd(tokens, FinishReason.STOP, null, forced(segment))
        : new SegmentEnd(tokens, FinishReason.MARKER, line.next(), forced(segment));
  }

  private static double forced(PassSegment segment) {
    return 0.5 * segment.forced().size();
  }

  private TokenAttribution token(int position, String text, boolean special, boolean forced) {
    int id =
        special
            ? SPECIALS.getOrDefault(text, 0)
            : words.computeIfAbsent(text, _ -> FIRST_WORD + words.size());
    return new TokenAttribution(
        position, text, id, -0.2, -0.2, List.of(), 0, 1.0, 0.7, 0.1, null, List.of(), forced,
        List.of(), List.of());
  }
}
