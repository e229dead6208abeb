package glassbox.esi.agents;

import glassbox.esi.config.Agents;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.judging.AgentAnswer;
import glassbox.esi.orchestration.EsiRun;
import glassbox.esi.orchestration.RunCourse;
import glassbox.esi.orchestration.RunOrder;
import glassbox.esi.parameter.Parameters;
import glassbox.esi.run.Stage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Runs agents in rounds: all outlines (R0), all drafts (R1), all verifications (R2), each round in
 * parallel; then each is judged knowing what the others say by then, repaired and judged again if
 * need be, and one is chosen. A critic that compares the answers votes in every domain. The share
 * of structure is split: it does not grow with the agents.
 */
public final class AgentRuns {

  /** Passes of agent i are numbered from i times this; no record has so many. */
  private static final int PASSES_EACH = 1000;

  private static final long SEEDS_APART = 7919;
  private static final Set<Stage> WRITING =
      EnumSet.of(Stage.OUTLINE, Stage.DRAFT, Stage.VERIFY, Stage.REPAIR);

  private final EsiConfiguration configuration;
  private final Agents rules;
  private final Aggregation aggregation;
  private final ExecutorService executor;

  /**
   * A runner.
   *
   * @param executor that rounds run on; not closed here
   */
  public AgentRuns(
      EsiConfiguration configuration, Aggregation aggregation, ExecutorService executor) {
    this.configuration = configuration;
    this.rules = configuration.agents();
    this.aggregation = aggregation;
    this.executor = executor;
  }

  /**
   * Runs the agents to their end.
   *
   * @param order what is the same for all; ids, seeds, the cap on tokens and what is heard are set
   *     agent by agent
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  public Consensus run(
      RunOrder order, Parameters parameters, List<Agent> agents, Agreement agreement)
      throws InterruptedException {
    List<Seat> seats = seats(order, parameters, agents, agreement);
    round(seats, EnumSet.of(Stage.PREP, Stage.OUTLINE));
    boolean cooled = spike(seats) > rules.spike();
    if (cooled) {
      seats.forEach(seat -> seat.cool(rules));
    }
    round(seats, EnumSet.of(Stage.DRAFT));
    do {
      round(seats, WRITING);
      hear(seats);
      round(seats, EnumSet.of(Stage.JUDGE));
    } while (!seats.stream().allMatch(Seat::ended));
    List<AgentRun> runs =
        seats.stream().map(seat -> new AgentRun(seat.name(), seat.report())).toList();
    return aggregation.of(runs, cooled);
  }

  private List<Seat> seats(
      RunOrder order, Parameters parameters, List<Agent> agents, Agreement agreement) {
    double share = rules.totalStarch() / Math.max(1, agents.size());
    EsiConfiguration shared = configuration.forAgents(Math.max(share, 1e-6), agreement::in);
    var seats = new ArrayList<Seat>();
    for (Agent agent : agents) {
      RunOrder own =
          new RunOrder(
              agent.runId(),
              order.domain(),
              agent.hears().prompt(),
              agent.hears().context(),
              order.seed() + SEEDS_APART * seats.size(),
              Math.min(order.maxTokens(), rules.tokensPerAgent()),
              order.history(),
              order.diversity(),
              order.firstPass() + PASSES_EACH * seats.size());
      RunCourse course = new EsiRun(shared, agent.ports()).begin(own, parameters, agent.listener());
      seats.add(new Seat(agent.name(), course));
    }
    return seats;
  }

  /** Every agent goes on while it is in one of the stages. */
  private void round(List<Seat> seats, Set<Stage> stages) throws InterruptedException {
    List<Callable<Boolean>> work =
        seats.stream().map(seat -> (Callable<Boolean>) () -> seat.advance(stages)).toList();
    for (Future<Boolean> done : executor.invokeAll(work)) {
      try {
        done.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("an agent's round broke", e.getCause());
      }
    }
  }

  /** Share of pairs of agents whose plans differ; 0 for fewer than two plans. */
  private static double spike(List<Seat> seats) {
    List<String> plans = seats.stream().filter(seat -> !seat.ended()).map(Seat::plan).toList();
    int pairs = 0;
    int differing = 0;
    for (int i = 0; i < plans.size(); i++) {
      for (int j = i + 1; j < plans.size(); j++) {
        pairs++;
        differing += plans.get(i).equals(plans.get(j)) ? 0 : 1;
      }
    }
    return pairs == 0 ? 0 : (double) differing / pairs;
  }

  /** Tells each what the others say by now. */
  private static void hear(List<Seat> seats) {
    Map<Seat, AgentAnswer> said = new LinkedHashMap<>();
    seats.forEach(seat -> seat.said().ifPresent(answer -> said.put(seat, answer)));
    for (Seat own : seats) {
      own.hear(
          said.entrySet().stream()
              .filter(other -> other.getKey() != own)
              .map(Map.Entry::getValue)
              .toList());
    }
  }
}
