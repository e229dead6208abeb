package glassbox.gateway.esi;

import glassbox.contracts.specialist.FederationView;
import glassbox.esi.agents.Agent;
import glassbox.esi.agents.AgentRun;
import glassbox.esi.agents.AgentRuns;
import glassbox.esi.agents.Aggregation;
import glassbox.esi.agents.Agreement;
import glassbox.esi.agents.Consensus;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.orchestration.RunOrder;
import glassbox.esi.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes runs of several agents: all in one record, each with a decoder and a panel of its own. */
@Component
final class TeamRuns {
  private final Desks desks;
  private final RunOrders orders;
  private final EsiProperties properties;

  TeamRuns(Desks desks, RunOrders orders, EsiProperties properties) {
    this.desks = desks;
    this.orders = orders;
    this.properties = properties;
  }

  /** The name of the agent at a place, from 0. */
  static String name(int place) {
    return "a" + (place + 1);
  }

  /**
   * Makes a run to its end.
   *
   * @param size how many agents
   * @throws CallerGone when the thread is interrupted
   */
  RunParts run(
      EsiOrder order,
      int size,
      EsiConfiguration configuration,
      FederationView federation,
      RunOrder run,
      Parameters parameters,
      Audience audience) {
    boolean twice = orders.twice(order.question());
    List<EsiOrder> own = own(order, size, twice);
    List<Desk> seats =
        own.stream().map(o -> desks.of(o, federation, configuration.tools())).toList();
    List<Agent> agents = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      EsiOrder.Asked asked = own.get(i).question();
      var hears = new Agent.Heard(asked.prompt(), Optional.ofNullable(asked.context()));
      agents.add(
          new Agent(name(i), order.runId(), hears, seats.get(i).ports(), audience.of(name(i))));
    }
    Agreement agreement = twice ? Agreement.CONFIRMED : Agreement.NO_CONFLICT;
    Consensus consensus = consensus(configuration, run, parameters, agents, agreement);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      AgentRun made = consensus.runs().get(i);
      parts.add(new Part(made.agent(), made.report(), seats.get(i)));
    }
    return RunParts.together(parts, consensus);
  }

  /**
   * What each agent is asked; every second one without what poses as something else, if need be.
   */
  private static List<EsiOrder> own(EsiOrder order, int size, boolean twice) {
    EsiOrder.@Nullable Team team = order.choice().team();
    List<EsiOrder.Role> roles = team == null ? List.of() : team.roles();
    List<EsiOrder> own = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      EsiOrder one = i < roles.size() ? order.as(roles.get(i)) : order;
      own.add(twice && i % 2 == 1 ? one.guarded() : one);
    }
    return own;
  }

  private Consensus consensus(
      EsiConfiguration configuration,
      RunOrder run,
      Parameters parameters,
      List<Agent> agents,
      Agreement agreement) {
    int threads = Math.min(agents.size(), properties.parallelAgents());
    try (ExecutorService executor =
        Executors.newFixedThreadPool(threads, Thread.ofVirtual().name("agent-", 1).factory())) {
      return new AgentRuns(configuration, Aggregation.byEvidence(), executor)
          .run(run, parameters, agents, agreement);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallerGone();
    }
  }
}
