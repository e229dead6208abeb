package glassbox.contracts.explanation;

/** What an explanation cost: forward passes and tokens processed. */
public record ExplanationCost(int forwards, long tokens) {}
