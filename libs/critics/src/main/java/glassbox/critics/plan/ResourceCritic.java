package glassbox.critics.plan;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import java.util.Map;
import java.util.OptionalDouble;

/** Whether a plan stays within its limits of length, time, energy and stops. */
public final class ResourceCritic implements Critic {
  private static final double SLACK = 1e-9;
  private static final CriticIdentity IDENTITY =
      CriticIdentity.of(
          "resource",
          "2",
          "a plan's length, time, energy and stops are within their limits",
          Map.of("slack", SLACK));

  @Override
  public CriticIdentity identity() {
    return IDENTITY;
  }

  @Override
  public Verdict judge(Draft draft) {
    return draft
        .material()
        .plan()
        .map(task -> judge(draft, task))
        .orElseGet(() -> Reports.judge(draft.guarded()));
  }

  private static Verdict judge(Draft draft, PlanTask task) {
    Simulation run = new Simulator(task).run(new StopReader(task.places()).plan(draft));
    if (run.stops().isEmpty() || run.legs().stream().anyMatch(leg -> leg.road().isEmpty())) {
      return new Verdict.Unavailable("the plan cannot be driven: what it takes is unknown");
    }
    boolean timed = task.limits().hours().isPresent();
    boolean fuelled = task.limits().energy().isPresent();
    if (task.vehicle().isEmpty() && (timed || fuelled)) {
      return new Verdict.Unavailable("a limit of time or energy was given without a vehicle");
    }
    Checks checks = new Checks();
    Stop last = run.stops().getLast();
    within(run.km(), task.limits().km(), "km", last, checks);
    within(run.hours(), task.limits().hours(), "h", last, checks);
    within(run.energy(), task.limits().energy(), "of energy", last, checks);
    OptionalDouble tank =
        task.vehicle().map(PlanTask.Vehicle::energy).orElse(OptionalDouble.empty());
    within(run.energy(), tank, "of the vehicle's energy", last, checks);
    task.limits()
        .stops()
        .ifPresent(
            most ->
                checks.that(
                    run.stops().size() - 1 <= most,
                    (run.stops().size() - 1) + " stops, over " + most,
                    last));
    return checks.verdict();
  }

  private static void within(
      double taken, OptionalDouble limit, String what, Stop last, Checks checks) {
    limit.ifPresent(
        most ->
            checks.that(
                taken <= most * (1 + SLACK) + SLACK,
                "%s %s, over %s"
                    .formatted(KinematicsCritic.format(taken), what, KinematicsCritic.format(most)),
                last));
  }
}
