package glassbox.esi.agents;

import glassbox.esi.orchestration.Ports;
import glassbox.esi.orchestration.RunListener;
import java.util.Optional;
import java.util.UUID;

/**
 * One agent.
 *
 * @param name unique among the agents
 * @param runId of the record that its passes go into; agents may share one
 * @param hears the question as it reads it; its decoder must be asked the same
 * @param ports with a decoder of its own; the others may be shared
 * @param listener that follows it, on its own thread
 */
public record Agent(String name, UUID runId, Heard hears, Ports ports, RunListener listener) {

  /**
   * A question.
   *
   * @param prompt what is asked
   * @param context what the answer should rest on, if anything was given
   */
  public record Heard(String prompt, Optional<String> context) {}
}
