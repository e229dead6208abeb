package glassbox.contracts.verdict;

/** A rate with its 95% Wilson interval; {@code count} of {@code total}. */
public record Rate(int count, int total, double value, double low, double high) {}
