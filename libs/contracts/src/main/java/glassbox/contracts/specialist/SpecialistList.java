package glassbox.contracts.specialist;

import java.util.List;

/** What the inference service runs. */
public record SpecialistList(List<FederationView> federations, List<SpecialistView> specialists) {
  public SpecialistList {
    federations = List.copyOf(federations);
    specialists = List.copyOf(specialists);
  }
}
