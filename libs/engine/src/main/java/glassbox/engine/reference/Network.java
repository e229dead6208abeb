package glassbox.engine.reference;

import java.util.List;

/**
 * A whole decoder.
 *
 * @param embeddings [vocabulary, hidden]
 * @param positions [context, hidden], or empty for rotary models
 * @param head [vocabulary, hidden]
 */
record Network(
    Weights embeddings, Weights positions, List<Layer> layers, Norm finalNorm, Linear head) {

  Network {
    layers = List.copyOf(layers);
  }

  /** The vector a token enters the first layer with, [hidden]. */
  double[] embed(int id, int position) {
    int hidden = head.in();
    double[] x = new double[hidden];
    for (int i = 0; i < hidden; i++) {
      x[i] = embeddings.values()[id * hidden + i];
      if (!positions.isEmpty()) {
        x[i] += positions.values()[position * hidden + i];
      }
    }
    return x;
  }
}
