package glassbox.engine.reference;

import java.util.OptionalInt;

/**
 * Causal self-attention with grouped queries: several query heads share one key/value head.
 *
 * <p>softmax(q k^T / sqrt(headDim)) v over the tokens so far, or over the last {@code window} of
 * them.
 *
 * @param query hidden to heads * headDim
 * @param key hidden to keyValueHeads * headDim
 * @param value hidden to keyValueHeads * headDim
 * @param output heads * headDim to hidden
 * @param queryNorm over each head's query
 * @param keyNorm over each head's key
 */
record Attention(
    Linear query,
    Linear key,
    Linear value,
    Linear output,
    Norm queryNorm,
    Norm keyNorm,
    Rotary rotary,
    int headDim,
    OptionalInt window) {

  /** x [hidden] of the token behind those in the cache, to [hidden]; the cache grows by one. */
  double[] apply(double[] x, KeyValueCache cache, int lane) {
    int position = cache.size();
    double[][] queries = heads(query.apply(x, lane), queryNorm);
    double[][] keys = heads(key.apply(x, lane), keyNorm);
    double[][] values = heads(value.apply(x, lane), new Norm.None());
    turn(queries, position);
    turn(keys, position);
    cache.add(keys, values);

    int group = queries.length / keys.length;
    double[] mixed = new double[queries.length * headDim];
    for (int head = 0; head < queries.length; head++) {
      double[] one = attend(queries[head], cache, head / group);
      System.arraycopy(one, 0, mixed, head * headDim, headDim);
    }
    return output.apply(mixed, lane);
  }

  private double[][] heads(double[] flat, Norm norm) {
    double[][] heads = new double[flat.length / headDim][headDim];
    for (int head = 0; head < heads.length; head++) {
      System.arraycopy(flat, head * headDim, heads[head], 0, headDim);
      heads[head] = norm.apply(heads[head]);
    }
    return heads;
  }

  private void turn(double[][] heads, int position) {
    for (double[] head : heads) {
      rotary.rotate(head, position);
    }
  }

  private double[] attend(double[] query, KeyValueCache cache, int head) {
    int first = window.isPresent() ? Math.max(0, cache.size() - window.getAsInt()) : 0;
    double[] scores = new double[cache.size() - first];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = dot(query, cache.key(first + i, head)) / Math.sqrt(headDim);
    }
    double[] probabilities = Softmax.probabilities(scores);
    double[] mixed = new double[headDim];
    for (int i = 0; i < scores.length; i++) {
      double[] value = cache.value(first + i, head);
      for (int d = 0; d < headDim; d++) {
        mixed[d] += probabilities[i] * value[d];
      }
    }
    return mixed;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
