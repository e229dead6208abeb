package glassbox.contracts.generation;

import java.util.List;

/** The per-layer trace of one specialist at one token. */
public record SpecialistTrace(String id, List<LayerAudit> layers) {
  public SpecialistTrace {
    layers = List.copyOf(layers);
  }
}
