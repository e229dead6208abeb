package glassbox.engine.federation;

import glassbox.engine.forward.LayerTrace;
import glassbox.engine.forward.SessionOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Layer traces along an answer. A forward of several tokens traces only its last, so the tokens
 * that a {@link Walk} takes in one piece go through a second session one by one.
 */
final class TraceProbe {
  private final SessionOptions options;
  private final LineupSession session;
  private final Deque<List<LayerTrace>> ahead = new ArrayDeque<>();
  private int position;

  TraceProbe(
      SessionOptions options, Lineup lineup, LineupSession session, int[] prompt, int[] piece) {
    this.options = options;
    this.session = session;
    if (options.trace() && piece.length > 0) {
      walk(lineup, prompt, piece);
    }
  }

  /** Per member the trace at the next position, after {@link Walk#next}; empty if not wanted. */
  List<LayerTrace> next() {
    if (!options.trace()) {
      return List.of();
    }
    List<LayerTrace> known = position++ == 0 ? null : ahead.poll();
    return known != null ? known : session.traces();
  }

  private void walk(Lineup lineup, int[] prompt, int[] piece) {
    try (LineupSession single = lineup.open(options)) {
      single.append(prompt);
      for (int id : piece) {
        single.append(new int[] {id});
        ahead.add(single.traces());
      }
    }
  }
}
