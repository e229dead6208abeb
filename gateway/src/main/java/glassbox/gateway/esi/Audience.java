package glassbox.gateway.esi;

import glassbox.esi.orchestration.RunListener;
import org.jspecify.annotations.Nullable;

/** Who follows a run, agent by agent. */
public interface Audience {

  /**
   * Who follows an agent, on the agent's own thread.
   *
   * @param agent its name; null for a run of one
   */
  RunListener of(@Nullable String agent);
}
