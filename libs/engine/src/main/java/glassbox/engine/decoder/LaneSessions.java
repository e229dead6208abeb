package glassbox.engine.decoder;

import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.LayerTrace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** Rows of several models, each model's rows in a session of their own, run one after another. */
final class LaneSessions implements ForwardSession {
  /**
   * @param rows where the session's rows stand in the whole
   */
  record Part(List<Integer> rows, DecoderSession session) {}

  private final List<Part> parts;
  private final int rows;

  LaneSessions(List<Part> parts, int rows) {
    this.parts = List.copyOf(parts);
    this.rows = rows;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int position() {
    return parts.getFirst().session().position();
  }

  @Override
  public Forward append(int[][] ids) {
    return run(ids, ForwardSession::append);
  }

  @Override
  public Forward appendAll(int[][] ids) {
    return run(ids, ForwardSession::appendAll);
  }

  private Forward run(int[][] ids, BiFunction<ForwardSession, int[][], Forward> call) {
    check(ids);
    List<Forward> forwards = new ArrayList<>();
    for (Part part : parts) {
      int[][] own = part.rows().stream().map(row -> ids[row]).toArray(int[][]::new);
      forwards.add(call.apply(part.session(), own));
    }
    Forward first = forwards.getFirst();
    int width = first.positions() * first.vocabularySize();
    float[] logProbs = new float[Math.multiplyExact(rows, width)];
    LayerTrace[] traces = new LayerTrace[rows];
    for (int i = 0; i < parts.size(); i++) {
      Forward forward = forwards.get(i);
      List<Integer> places = parts.get(i).rows();
      for (int row = 0; row < places.size(); row++) {
        int place = places.get(row);
        System.arraycopy(
            forward.logProbs(), forward.offset(row, 0), logProbs, place * width, width);
        forward.trace(row).ifPresent(trace -> traces[place] = trace);
      }
    }
    List<LayerTrace> all = first.trace(0).isPresent() ? Arrays.asList(traces) : List.of();
    return new Forward(rows, first.positions(), first.vocabularySize(), logProbs, all);
  }

  /** So that a part's refusal leaves no other part changed. */
  private void check(int[][] ids) {
    if (ids.length != rows) {
      throw new IllegalArgumentException(
          "ids must have %d rows, not %d".formatted(rows, ids.length));
    }
    for (Part part : parts) {
      part.session().check(part.rows().stream().map(row -> ids[row]).toArray(int[][]::new));
    }
  }

  @Override
  public void close() {
    parts.forEach(part -> part.session().close());
  }
}
