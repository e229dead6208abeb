package glassbox.contracts.specialist;

import glassbox.contracts.generation.CombinerSpec;
import java.util.List;

/** A federation by its alias, with its specialists' aliases in the order of its weights. */
public record FederationView(
    String alias,
    List<String> specialists,
    CombinerSpec combiner,
    int contextLength,
    int vocabularySize) {
  public FederationView {
    specialists = List.copyOf(specialists);
  }
}
