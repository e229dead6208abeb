package glassbox.esi.config;

/**
 * Runs of several agents.
 *
 * @param enabled whether a run has several unless it says otherwise
 * @param count agents of such a run, 2 to 16
 * @param tokensPerAgent most tokens an agent may write
 * @param totalStarch share of the window that structure of all agents together may take
 * @param spike share of pairs whose plans differ over which all drafts are cooled
 * @param coolBy how much cooler
 * @param coolest least temperature of a draft so cooled
 */
public record Agents(
    boolean enabled,
    int count,
    int tokensPerAgent,
    double totalStarch,
    double spike,
    double coolBy,
    double coolest) {
  public Agents {
    if (count < 2 || count > 16) {
      throw new IllegalArgumentException("num_agents is in 2..16, not " + count);
    }
    if (tokensPerAgent < 1) {
      throw new IllegalArgumentException("tokens_per_agent must be at least 1");
    }
    if (!(totalStarch >= 0 && totalStarch < 1) || !(spike >= 0 && spike <= 1)) {
      throw new IllegalArgumentException("total_S_percent is in [0, 1) and spike in [0, 1]");
    }
    if (!(coolBy > 0) || !(coolest > 0)) {
      throw new IllegalArgumentException("cool_by and coolest_draft must be above 0");
    }
  }
}
