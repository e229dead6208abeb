package glassbox.esi.config;

/**
 * Runs of several agents.
 *
 * @param enabled whether a run has several unless it says otherwise
 * @param count agents of such a run, 2 to 16
 * @param tokensPerAgent most tokens an agent may write
 */
public record Agents(boolean enabled, int count, int tokensPerAgent) {
  public Agents {
    if (count < 2 || count > 16) {
      throw new IllegalArgumentException("num_agents is in 2..16, not " + count);
    }
    if (tokensPerAgent < 1) {
      throw new IllegalArgumentException("tokens_per_agent must be at least 1");
    }
  }
}
