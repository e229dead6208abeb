package glassbox.contracts.verdict;

/** What a critic objects to, with the offsets of the passage in the answer. */
public record Finding(String message, int start, int end) {}
