package glassbox.esi.agents;

/** Evidence of an agent: ids are unique within its run only. */
public record Support(String agent, String fragmentId) {}
