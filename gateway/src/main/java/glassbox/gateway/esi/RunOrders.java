package glassbox.gateway.esi;

import glassbox.esi.config.Agents;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.heat.Heat;
import glassbox.esi.heat.HeatSchedule;
import glassbox.esi.orchestration.RunOrder;
import glassbox.esi.parameter.Parameters;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forms what a run is to do from what the caller chose and what is in force. */
@Component
final class RunOrders {
  private final ParameterBook book;
  private final EsiProperties properties;

  RunOrders(ParameterBook book, EsiProperties properties) {
    this.book = book;
    this.properties = properties;
  }

  /** How many agents the caller or else the configuration wants; 1 for a run of one. */
  static int agents(EsiOrder.Choice choice, EsiConfiguration configuration) {
    Agents rules = configuration.agents();
    EsiOrder.@Nullable Team team = choice.team();
    if (team == null) {
      return rules.enabled() ? rules.count() : 1;
    }
    if (!team.wanted()) {
      return 1;
    }
    @Nullable Integer count = team.agents();
    return count == null ? Math.max(rules.count(), team.roles().size()) : count;
  }

  /** How many agents a run has; two at least where the question has to be heard twice. */
  int agents(EsiOrder.Asked asked, EsiOrder.Choice choice, EsiConfiguration configuration) {
    int chosen = agents(choice, configuration);
    return twice(asked) ? Math.max(2, chosen) : chosen;
  }

  /** Whether it is heard once more without what poses as something else. */
  boolean twice(EsiOrder.Asked asked) {
    return properties.secondHearing() && asked.intruded();
  }

  RunOrder order(EsiOrder order, EsiConfiguration configuration) {
    String domain = domain(order.choice().domain(), configuration);
    return new RunOrder(
        order.runId(),
        domain,
        order.question().prompt(),
        Optional.ofNullable(order.question().context()),
        order.drawing().seed(),
        maxTokens(order.choice()),
        book.history(domain),
        RunOrder.Diversity.MID);
  }

  /** Most tokens that the run, or each of its agents, may write. */
  private int maxTokens(EsiOrder.Choice choice) {
    int most = properties.maxTokens();
    if (choice.maxTokens() != null) {
      most = Math.min(most, choice.maxTokens());
    }
    EsiOrder.@Nullable Team team = choice.team();
    return team == null || !team.wanted() || team.maxTokens() == null
        ? most
        : Math.min(most, team.maxTokens());
  }

  /** A kind of task without a profile of its own is like any other. */
  private static String domain(@Nullable String asked, EsiConfiguration configuration) {
    return asked != null && configuration.domains().containsKey(asked)
        ? asked
        : configuration.defaultDomain();
  }

  /** What an agent begins with; structure that the caller asks for is that of all together. */
  Parameters parameters(EsiOrder order, EsiConfiguration configuration, String domain) {
    Parameters inForce = book.parameters(configuration, domain);
    EsiOrder.Choice choice = order.choice();
    HeatSchedule schedule = inForce.schedule();
    List<Heat> heats = List.of(schedule.outline(), schedule.draft(), schedule.verify());
    return new Parameters(
        new HeatSchedule(heat(heats, choice, 0), heat(heats, choice, 1), heat(heats, choice, 2)),
        choice.starch() == null
            ? inForce.starch()
            : choice.starch() / agents(order.question(), choice, configuration),
        inForce.slots(),
        choice.starch() != null);
  }

  private static Heat heat(List<Heat> heats, EsiOrder.Choice choice, int pass) {
    Heat heat = heats.get(pass);
    return new Heat(
        choice.temps().isEmpty() ? heat.temperature() : choice.temps().get(pass),
        choice.topP().isEmpty() ? heat.topP() : choice.topP().get(pass));
  }
}
