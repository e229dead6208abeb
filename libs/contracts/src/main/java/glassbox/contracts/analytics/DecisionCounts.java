package glassbox.contracts.analytics;

/** Runs by how they ended. */
public record DecisionCounts(long committed, long provisional, long ungated) {}
