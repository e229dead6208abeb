package glassbox.contracts.tool;

/** A query over the world's tables; one SELECT. */
public record SqlQuery(String query) {}
