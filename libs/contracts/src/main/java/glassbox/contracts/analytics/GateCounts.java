package glassbox.contracts.analytics;

/** Runs by what the gate said; {@code notAsked} where no critic ran. */
public record GateCounts(long commit, long repair, long restart, long notAsked) {}
