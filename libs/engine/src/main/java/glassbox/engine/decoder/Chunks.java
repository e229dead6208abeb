package glassbox.engine.decoder;

import glassbox.engine.forward.Forward;
import glassbox.engine.forward.LayerTrace;
import glassbox.engine.forward.SparseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Puts the log-probabilities of consecutive positions together. */
final class Chunks {
  private Chunks() {}

  /** Requires one or more parts with the same rows; the traces are the last part's. */
  static Forward join(List<Forward> parts) {
    Forward last = parts.getLast();
    if (parts.size() == 1) {
      return last;
    }
    int rows = last.rows();
    int vocabulary = last.vocabularySize();
    int positions = parts.stream().mapToInt(Forward::positions).sum();
    float[] logProbs = join(parts, Forward::logProbs, rows, vocabulary);
    float[] normalizers =
        last.logNormalizers().length == 0
            ? new float[0]
            : join(parts, Forward::logNormalizers, rows, 1);
    List<LayerTrace> traces =
        IntStream.range(0, rows).mapToObj(last::trace).flatMap(Optional::stream).toList();
    return new Forward(
        rows, positions, vocabulary, logProbs, normalizers, traces, joinCodes(parts, rows));
  }

  private static List<List<SparseCode>> joinCodes(List<Forward> parts, int rows) {
    List<List<SparseCode>> all = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (Forward part : parts) {
        int width = part.codes().size() / rows;
        all.addAll(part.codes().subList(row * width, (row + 1) * width));
      }
    }
    return all;
  }

  /** Joins arrays [rows, positions of the part, width] along the positions. */
  private static float[] join(
      List<Forward> parts, Function<Forward, float[]> values, int rows, int width) {
    int positions = parts.stream().mapToInt(Forward::positions).sum();
    float[] all = new float[Math.multiplyExact(rows * positions, width)];
    int at = 0;
    for (int row = 0; row < rows; row++) {
      for (Forward part : parts) {
        int count = part.positions() * width;
        System.arraycopy(values.apply(part), row * count, all, at, count);
        at += count;
      }
    }
    return all;
  }
}
