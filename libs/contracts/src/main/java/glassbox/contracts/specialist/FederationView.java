package glassbox.contracts.specialist;

import glassbox.contracts.generation.CombinerSpec;
import java.util.List;

/**
 * A federation by its alias, with its specialists' aliases in the order of its weights.
 *
 * @param scaffold whether its signed manifest says that its models write scaffolds with tool calls
 */
public record FederationView(
    String alias,
    List<String> specialists,
    CombinerSpec combiner,
    int contextLength,
    int vocabularySize,
    boolean scaffold) {
  public FederationView {
    specialists = List.copyOf(specialists);
  }
}
