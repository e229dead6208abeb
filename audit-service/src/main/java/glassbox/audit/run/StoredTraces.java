package glassbox.audit.run;

import glassbox.contracts.generation.LayerAudit;
import glassbox.contracts.generation.SpecialistTrace;
import glassbox.ledger.block.TokenBlock;
import java.util.ArrayList;
import java.util.List;

/** A block's traces in the outward form. */
final class StoredTraces {
  private StoredTraces() {}

  /** One a listed specialist; empty if the block has none. */
  static List<SpecialistTrace> of(TokenBlock block, int token) {
    if (block.supplement().traces().isEmpty()) {
      return List.of();
    }
    List<glassbox.ledger.block.SpecialistTrace> stored = block.supplement().traces().get(token);
    int[] listed = block.tokens().get(token).listed();
    List<SpecialistTrace> traces = new ArrayList<>(listed.length);
    for (int j = 0; j < listed.length; j++) {
      traces.add(
          new SpecialistTrace(block.specialists().get(listed[j]).id(), layers(stored.get(j))));
    }
    return traces;
  }

  private static List<LayerAudit> layers(glassbox.ledger.block.SpecialistTrace trace) {
    List<LayerAudit> layers = new ArrayList<>(trace.norms().size());
    for (int layer = 0; layer < trace.norms().size(); layer++) {
      layers.add(new LayerAudit(layer, trace.norms().get(layer), routing(trace, layer)));
    }
    return layers;
  }

  /** Layer 0 is the embedding, which routes nothing. */
  private static List<Double> routing(glassbox.ledger.block.SpecialistTrace trace, int layer) {
    if (layer == 0 || layer > trace.routing().size()) {
      return List.of();
    }
    return trace.routing().get(layer - 1).stream().map(Float::doubleValue).toList();
  }
}
