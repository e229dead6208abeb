package glassbox.contracts.generation;

import java.util.List;

/**
 * The trace of one layer at one token.
 *
 * @param layer 0 for the embedding, then 1 to the number of layers
 * @param norm Euclidean norm of the residual stream after the layer
 * @param expertRouting router probabilities over the layer's experts; empty for a dense layer
 */
public record LayerAudit(int layer, double norm, List<Double> expertRouting) {
  public LayerAudit {
    expertRouting = List.copyOf(expertRouting);
  }
}
