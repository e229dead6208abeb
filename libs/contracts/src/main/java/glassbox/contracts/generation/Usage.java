package glassbox.contracts.generation;

/** Token counts of a pass. */
public record Usage(int promptTokens, int completionTokens) {}
