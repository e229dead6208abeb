package glassbox.gateway.evaluate;

import glassbox.gateway.esi.EsiOrder;
import glassbox.gateway.esi.EsiRunner;
import glassbox.gateway.limits.LimitsProperties;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Checks what a request says of several agents. */
@Component
final class AgentRules {
  private static final String FIELD = "esi.agents";

  private final int maxAgents;
  private final IntSupplier tokensPerAgent;
  private final LimitsProperties limits;

  @Autowired
  AgentRules(EsiRunner runner, LimitsProperties limits) {
    this(runner.maxAgents(), runner::tokensPerAgent, limits);
  }

  AgentRules(int maxAgents, IntSupplier tokensPerAgent, LimitsProperties limits) {
    this.maxAgents = maxAgents;
    this.tokensPerAgent = tokensPerAgent;
    this.limits = limits;
  }

  void check(EvaluateRequest request, EsiConfig esi, Faults faults) {
    AgentsConfig agents = esi.agents();
    if (agents == null) {
      return;
    }
    faults.require(
        !agents.wanted() || request.answer() == null,
        FIELD,
        "must be absent where a given answer is scored");
    faults.require(
        !agents.wanted() || !Boolean.FALSE.equals(esi.enabled()),
        FIELD,
        "must be absent where esi.enabled is false: agents go through phases");
    Integer count = agents.count();
    faults.require(
        count == null || (count >= 2 && count <= maxAgents),
        FIELD + ".count",
        "must be from 2 to " + maxAgents + "; for one agent set esi.agents.enabled to false");
    int most = tokensPerAgent.getAsInt();
    Integer tokens = agents.maxTokens();
    faults.require(
        tokens == null || (tokens >= 1 && tokens <= most),
        FIELD + ".max_tokens",
        "must be from 1 to " + most);
    int places = count == null ? maxAgents : count;
    faults.require(
        agents.roles().size() <= places, FIELD + ".roles", "must be at most one an agent");
    agents.roles().forEach(role -> check(role, faults));
  }

  private void check(AgentsConfig.Role role, Faults faults) {
    faults.require(
        !role.tools().isEmpty() || role.perspective() != null,
        FIELD + ".roles",
        "must each have tools or a perspective");
    PhaseRules.tools(role.tools(), FIELD + ".roles.tools", faults);
    faults.text(role.perspective(), FIELD + ".roles.perspective", limits.maxPromptCharacters());
  }

  /** What was checked; null where nothing is said. */
  static EsiOrder.@Nullable Team team(@Nullable AgentsConfig agents) {
    return agents == null
        ? null
        : new EsiOrder.Team(
            agents.wanted(),
            agents.count(),
            agents.maxTokens(),
            agents.roles().stream()
                .map(role -> new EsiOrder.Role(role.tools(), role.perspective()))
                .toList());
  }
}
