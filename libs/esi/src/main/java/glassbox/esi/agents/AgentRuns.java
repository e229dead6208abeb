package glassbox.esi.agents;

import glassbox.esi.config.Agents;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.field.Field;
import glassbox.esi.heat.HeatChange;
import glassbox.esi.heat.HeatSchedule;
import glassbox.esi.judging.AgentAnswer;
import glassbox.esi.orchestration.EsiRun;
import glassbox.esi.orchestration.RunCourse;
import glassbox.esi.orchestration.RunOrder;
import glassbox.esi.parameter.Parameters;
import glassbox.esi.run.Stage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Runs agents in rounds: all outlines (R0), all drafts (R1), all verifications (R2), each round in
 * parallel; then each is judged knowing what the others answered, repaired if need be, and one is
 * chosen. The share of structure is split: it does not grow with the agents.
 */
public final class AgentRuns {

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

  private record Seat(Agent agent, RunCourse course) {}

  /**
   * Runs the agents to their end.
   *
   * @param order of the question; ids, seeds and the cap on tokens are set agent by agent
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  public Consensus run(RunOrder order, Parameters parameters, List<Agent> agents)
      throws InterruptedException {
    List<Seat> seats = seats(order, parameters, agents);
    round(seats, EnumSet.of(Stage.PREP, Stage.OUTLINE));
    boolean cooled = spike(seats) > rules.spike();
    if (cooled) {
      seats.forEach(this::cool);
    }
    round(seats, EnumSet.of(Stage.DRAFT));
    round(seats, EnumSet.of(Stage.OUTLINE, Stage.DRAFT, Stage.VERIFY, Stage.REPAIR));
    seats.forEach(seat -> seat.course().hear(others(seats, seat)));
    round(seats, EnumSet.allOf(Stage.class));
    List<AgentRun> runs =
        seats.stream()
            .map(seat -> new AgentRun(seat.agent().name(), seat.course().report()))
            .toList();
    return aggregation.of(runs, cooled);
  }

  private List<Seat> seats(RunOrder order, Parameters parameters, List<Agent> agents) {
    double share = rules.totalStarch() / Math.max(1, agents.size());
    EsiConfiguration capped = configuration.cappedAt(Math.max(share, 1e-6));
    var seats = new ArrayList<Seat>();
    for (Agent agent : agents) {
      RunOrder own =
          new RunOrder(
              agent.runId(),
              order.domain(),
              order.prompt(),
              order.context(),
              order.seed() + 7919L * seats.size(),
              Math.min(order.maxTokens(), rules.tokensPerAgent()),
              order.history(),
              order.diversity());
      seats.add(
          new Seat(
              agent, new EsiRun(capped, agent.ports()).begin(own, parameters, agent.listener())));
    }
    return seats;
  }

  /** Every agent goes on while it is in one of the stages. */
  private void round(List<Seat> seats, Set<Stage> stages) throws InterruptedException {
    List<Callable<Boolean>> work =
        seats.stream().map(seat -> (Callable<Boolean>) () -> advance(seat, stages)).toList();
    for (Future<Boolean> done : executor.invokeAll(work)) {
      try {
        done.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("an agent's round broke", e.getCause());
      }
    }
  }

  private static boolean advance(Seat seat, Set<Stage> stages) {
    RunCourse course = seat.course();
    while (!course.ended() && stages.contains(course.state().stage())) {
      course.advance();
    }
    return course.ended();
  }

  /** Share of pairs of agents whose plans differ; 0 for fewer than two plans. */
  private static double spike(List<Seat> seats) {
    List<String> plans =
        seats.stream()
            .filter(seat -> !seat.course().ended())
            .map(seat -> plan(seat.course().text(Field.PLAN)))
            .toList();
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

  private static String plan(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip();
  }

  private void cool(Seat seat) {
    HeatSchedule schedule = seat.course().schedule();
    double before = schedule.draft().temperature();
    double after = Math.max(rules.coolest(), Math.round((before - rules.coolBy()) * 1e6) / 1e6);
    if (after < before && !seat.course().ended()) {
      String reason = "the agents' plans differ";
      seat.course()
          .cool(new HeatChange("T1", before, after, reason, schedule.withDraft(after)), "agents");
    }
  }

  private static List<AgentAnswer> others(List<Seat> seats, Seat own) {
    return seats.stream()
        .filter(seat -> seat != own)
        .filter(seat -> !seat.course().text(Field.ANSWER).isEmpty())
        .map(
            seat ->
                new AgentAnswer(
                    seat.agent().name(), seat.course().text(Field.ANSWER), seat.course().checked()))
        .toList();
  }
}
