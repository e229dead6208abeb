package glassbox.engine.forward;

import glassbox.ledger.block.SpecialistTrace;
import java.util.Arrays;
import java.util.List;

/** Inside one row at its last position: norms of the residual stream and the routers' choices. */
public final class LayerTrace {
  private final double[] norms;
  private final List<double[]> routerProbabilities;

  /** The arrays are handed over, not copied. */
  public LayerTrace(double[] norms, List<double[]> routerProbabilities) {
    this.norms = norms;
    this.routerProbabilities = List.copyOf(routerProbabilities);
  }

  /**
   * Euclidean norms, [layers + 1]: of the embedding, then after each layer; the last one is taken
   * after the final norm.
   */
  public double[] norms() {
    return norms;
  }

  /** For each layer the softmax over all its experts; an empty array where it is dense. */
  public List<double[]> routerProbabilities() {
    return routerProbabilities;
  }

  /** As a block keeps it: f32, and no list of routing where every layer is dense. */
  public SpecialistTrace recorded() {
    List<Float> kept = Arrays.stream(norms).mapToObj(norm -> (float) norm).toList();
    boolean routes = routerProbabilities.stream().anyMatch(layer -> layer.length > 0);
    return new SpecialistTrace(
        kept, routes ? routerProbabilities.stream().map(LayerTrace::clamped).toList() : List.of());
  }

  private static List<Float> clamped(double[] probabilities) {
    return Arrays.stream(probabilities).mapToObj(p -> (float) Math.clamp(p, 0, 1)).toList();
  }
}
