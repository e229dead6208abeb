package glassbox.esi.agents;

import glassbox.esi.orchestration.Ports;
import glassbox.esi.orchestration.RunListener;
import java.util.UUID;

/**
 * One agent.
 *
 * @param name unique among the agents
 * @param runId of the record that its passes go into; agents may share one
 * @param ports with a decoder of its own; the others may be shared
 * @param listener that follows it, on its own thread
 */
public record Agent(String name, UUID runId, Ports ports, RunListener listener) {}
