package glassbox.engine.decoder;

import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.LayerTrace;
import glassbox.engine.forward.SparseCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

  @Override
  public void rewind(int to) {
    parts.forEach(part -> part.session().rewind(to));
  }

  private Forward run(int[][] ids, BiFunction<ForwardSession, int[][], Forward> call) {
    check(ids);
    List<Forward> forwards = new ArrayList<>();
    for (Part part : parts) {
      int[][] own = part.rows().stream().map(row -> ids[row]).toArray(int[][]::new);
      forwards.add(call.apply(part.session(), own));
    }
    return merge(forwards);
  }

  private Forward merge(List<Forward> forwards) {
    Forward first = forwards.getFirst();
    int positions = first.positions();
    int width = positions * first.vocabularySize();
    float[] logProbs = new float[Math.multiplyExact(rows, width)];
    float[] normalizers = new float[first.logNormalizers().length == 0 ? 0 : rows * positions];
    LayerTrace[] traces = new LayerTrace[rows];
    List<List<SparseCode>> codes = new ArrayList<>(Collections.nCopies(codes(first), List.of()));
    for (int i = 0; i < parts.size(); i++) {
      Forward forward = forwards.get(i);
      for (int row = 0; row < forward.rows(); row++) {
        int place = parts.get(i).rows().get(row);
        copyRow(forward.logProbs(), row, logProbs, place, width);
        if (normalizers.length > 0) {
          copyRow(forward.logNormalizers(), row, normalizers, place, positions);
        }
        forward.trace(row).ifPresent(trace -> traces[place] = trace);
        for (int p = 0; p < positions && !codes.isEmpty(); p++) {
          codes.set(place * positions + p, forward.codes(row, p));
        }
      }
    }
    List<LayerTrace> all = first.trace(0).isPresent() ? Arrays.asList(traces) : List.of();
    return new Forward(rows, positions, first.vocabularySize(), logProbs, normalizers, all, codes);
  }

  /** How many codes the whole has if a part has some. */
  private int codes(Forward part) {
    return part.codes().isEmpty() ? 0 : rows * part.positions();
  }

  private static void copyRow(float[] from, int row, float[] to, int place, int width) {
    System.arraycopy(from, row * width, to, place * width, width);
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
