package glassbox.contracts.verdict;

/** Evidence that a tool or a document gave; {@code id} counts only if this server issued it. */
public record TraceFragment(String id, String kind, String tool, String output) {}
