package glassbox.ledger.block;

import java.util.ArrayList;
import java.util.List;

/**
 * What was seen inside one specialist where one token was predicted.
 *
 * @param norms of the residual stream, from the embedding up; finite, not negative
 * @param routing router probabilities in [0, 1], a list a layer, empty for a layer that routes
 *     nothing; no list at all for a specialist without routers. A block stores a probability in
 *     steps of 1/255, so it errs by at most 0.002
 */
public record SpecialistTrace(List<Float> norms, List<List<Float>> routing) {
  static final float STEPS = 255;

  public SpecialistTrace {
    norms = List.copyOf(norms);
    routing = routing.stream().map(List::copyOf).toList();
    for (float norm : norms) {
      if (!(norm >= 0) || Float.isInfinite(norm)) {
        throw new IllegalArgumentException("norms must be finite and not negative");
      }
    }
    for (List<Float> layer : routing) {
      for (float probability : layer) {
        if (!(probability >= 0 && probability <= 1)) {
          throw new IllegalArgumentException("router probabilities must be in [0, 1]");
        }
      }
    }
  }

  /** As it is stored. */
  SpecialistTrace stored() {
    List<List<Float>> layers = new ArrayList<>(routing.size());
    for (List<Float> layer : routing) {
      layers.add(layer.stream().map(p -> Math.round(p * STEPS) / STEPS).toList());
    }
    return new SpecialistTrace(norms, layers);
  }
}
