package glassbox.engine.checkpoint;

import java.util.List;

/**
 * The mixture-of-experts part of qwen3_moe.
 *
 * @param count experts in a sparse layer
 * @param perToken experts that run for a token
 * @param intermediateSize hidden width of one expert
 * @param normTopK whether the chosen experts' probabilities are rescaled to sum to 1
 * @param decoderSparseStep every so many-th layer is sparse
 * @param mlpOnlyLayers layers that are dense whatever the step says
 */
public record Experts(
    int count,
    int perToken,
    int intermediateSize,
    boolean normTopK,
    int decoderSparseStep,
    List<Integer> mlpOnlyLayers) {

  public Experts {
    mlpOnlyLayers = List.copyOf(mlpOnlyLayers);
  }

  /** Whether layer {@code layer} (from 0) has experts in place of a dense feed-forward part. */
  public boolean sparse(int layer) {
    return !mlpOnlyLayers.contains(layer) && (layer + 1) % decoderSparseStep == 0;
  }
}
