package glassbox.contracts.specialist;

import glassbox.contracts.generation.CombinerSpec;
import java.util.List;
import java.util.Map;

/**
 * A federation by its alias, with its specialists' aliases in the order of its weights.
 *
 * @param specialTokens ids of the special tokens by their spelling; text never encodes to them
 * @param scaffold whether its signed manifest says that its models write scaffolds with tool calls
 */
public record FederationView(
    String alias,
    List<String> specialists,
    CombinerSpec combiner,
    int contextLength,
    int vocabularySize,
    Map<String, Integer> specialTokens,
    boolean scaffold) {
  public FederationView {
    specialists = List.copyOf(specialists);
    specialTokens = Map.copyOf(specialTokens);
  }
}
