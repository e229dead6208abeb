package glassbox.esi.agents;

import glassbox.esi.orchestration.RunReport;

/** An agent's run to its end. */
public record AgentRun(String agent, RunReport report) {}
