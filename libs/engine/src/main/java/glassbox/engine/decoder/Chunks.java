package glassbox.engine.decoder;

import glassbox.engine.forward.Forward;
import glassbox.engine.forward.LayerTrace;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts the log-probabilities of consecutive positions together. */
final class Chunks {
  private Chunks() {}

  /** Requires one or more parts with the same rows; the traces are the last part's. */
  static Forward join(Forward[] parts) {
    if (parts.length == 1) {
      return parts[0];
    }
    Forward last = parts[parts.length - 1];
    int rows = last.rows();
    int vocabulary = last.vocabularySize();
    int positions = 0;
    for (Forward part : parts) {
      positions += part.positions();
    }
    float[] all = new float[Math.multiplyExact(rows * positions, vocabulary)];
    for (int row = 0, at = 0; row < rows; row++) {
      for (Forward part : parts) {
        int count = part.positions() * vocabulary;
        System.arraycopy(part.logProbs(), part.offset(row, 0), all, at, count);
        at += count;
      }
    }
    List<LayerTrace> traces =
        IntStream.range(0, rows).mapToObj(last::trace).flatMap(Optional::stream).toList();
    return new Forward(rows, positions, vocabulary, all, traces);
  }
}
