package glassbox.gateway.esi;

import glassbox.contracts.specialist.FederationView;
import glassbox.esi.agents.Agent;
import glassbox.esi.agents.AgentRun;
import glassbox.esi.agents.AgentRuns;
import glassbox.esi.agents.Aggregation;
import glassbox.esi.agents.Consensus;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.orchestration.RunOrder;
import glassbox.esi.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes runs of several agents: all in one record, each with a decoder and a panel of its own. */
@Component
final class TeamRuns {
  private final Desks desks;
  private final EsiProperties properties;

  TeamRuns(Desks desks, EsiProperties properties) {
    this.desks = desks;
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
    List<Desk> seats = seats(order, size, configuration, federation);
    List<Agent> agents = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      agents.add(new Agent(name(i), order.runId(), seats.get(i).ports(), audience.of(name(i))));
    }
    Consensus consensus = consensus(configuration, run, parameters, agents);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      AgentRun made = consensus.runs().get(i);
      parts.add(new Part(made.agent(), made.report(), seats.get(i)));
    }
    return RunParts.together(parts, consensus);
  }

  private List<Desk> seats(
      EsiOrder order, int size, EsiConfiguration configuration, FederationView federation) {
    EsiOrder.@Nullable Team team = order.choice().team();
    List<EsiOrder.Role> roles = team == null ? List.of() : team.roles();
    List<Desk> seats = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      EsiOrder own = i < roles.size() ? order.as(roles.get(i)) : order;
      seats.add(desks.of(own, federation, configuration.tools()));
    }
    return seats;
  }

  private Consensus consensus(
      EsiConfiguration configuration, RunOrder run, Parameters parameters, List<Agent> agents) {
    int threads = Math.min(agents.size(), properties.parallelAgents());
    try (ExecutorService executor =
        Executors.newFixedThreadPool(threads, Thread.ofVirtual().name("agent-", 1).factory())) {
      return new AgentRuns(configuration, Aggregation.byEvidence(), executor)
          .run(run, parameters, agents);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallerGone();
    }
  }
}
