package glassbox.esi.orchestration;

import java.util.Optional;
import java.util.UUID;

/**
 * What is to be answered.
 *
 * @param runId issued by the server
 * @param domain whose profile is used
 * @param prompt the question
 * @param context what the answer should rest on, if anything is given
 * @param seed of all draws
 * @param maxTokens most tokens of the answer's side over all passes, at least 1
 * @param history share of this template's earlier runs that looped or contradicted themselves
 * @param diversity of tasks and tools at this time
 * @param firstPass number of its first pass, at least 0; agents whose passes go into one record
 *     count from different ones
 */
public record RunOrder(
    UUID runId,
    String domain,
    String prompt,
    Optional<String> context,
    long seed,
    int maxTokens,
    double history,
    Diversity diversity,
    int firstPass) {
  public RunOrder {
    if (maxTokens < 1 || firstPass < 0) {
      throw new IllegalArgumentException(
          "maxTokens must be at least 1 and firstPass not be negative");
    }
  }

  /** An order of a run of one; the parameters are the components of the same names. */
  public RunOrder(
      UUID runId,
      String domain,
      String prompt,
      Optional<String> context,
      long seed,
      int maxTokens,
      double history,
      Diversity diversity) {
    this(runId, domain, prompt, context, seed, maxTokens, history, diversity, 0);
  }

  /** How many kinds of tasks share the capacity. */
  public enum Diversity {
    /** One fragment a claim is enough. */
    LOW,
    /** Claims need what the domain asks for. */
    MID,
    /** Claims need two fragments at least. */
    HIGH;

    /** Fragments that a claim needs where the domain asks for {@code usual}. */
    int fragments(int usual) {
      return switch (this) {
        case LOW -> 1;
        case MID -> usual;
        case HIGH -> Math.max(2, usual);
      };
    }
  }
}
