package glassbox.critics.plan;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Whether a plan can be driven: it has the ends and the stops that were asked for, each leg has an
 * open road in its direction, clock times leave the time that the leg takes, and a length it states
 * is the length driven.
 */
public final class KinematicsCritic implements Critic {
  private static final double SLACK = 1e-6;
  private static final double DAY = 24;
  private static final CriticIdentity IDENTITY =
      CriticIdentity.of(
          "kinematics", "2", "a plan's legs can be driven, in its times", Map.of("slack", SLACK));

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
    Checks checks = new Checks();
    if (run.stops().isEmpty()) {
      checks.that(false, "the answer names no place of the map", 0, 0);
      return checks.verdict();
    }
    ends(task, run, checks);
    for (Leg leg : run.legs()) {
      checks.that(leg.problem().isEmpty(), leg.problem().orElse(""), leg.to());
      times(leg, task, checks);
    }
    if (run.legs().stream().allMatch(leg -> leg.problem().isEmpty()) && !run.legs().isEmpty()) {
      lengths(draft, run, checks);
    }
    return checks.verdict();
  }

  private static void ends(PlanTask task, Simulation run, Checks checks) {
    Stop first = run.stops().getFirst();
    Stop last = run.stops().getLast();
    task.start()
        .ifPresent(
            start -> checks.that(first.place().equals(start), "it starts not at " + start, first));
    task.goal()
        .ifPresent(goal -> checks.that(last.place().equals(goal), "it ends not at " + goal, last));
    for (String place : task.visit()) {
      boolean visited = run.stops().stream().anyMatch(stop -> stop.place().equals(place));
      checks.that(visited, "it does not visit " + place, last);
    }
  }

  private static void times(Leg leg, PlanTask task, Checks checks) {
    OptionalDouble from = leg.from().hour();
    OptionalDouble to = leg.to().hour();
    if (from.isEmpty() || to.isEmpty() || task.vehicle().isEmpty() || leg.road().isEmpty()) {
      return;
    }
    double given = to.getAsDouble() - from.getAsDouble();
    double time = given < 0 ? given + DAY : given;
    double minute = 1.0 / 120;
    checks.that(
        time + minute >= leg.hours(),
        String.format(
            Locale.ROOT, "the leg takes %.2f h, the plan leaves %.2f h", leg.hours(), time),
        leg.to());
  }

  /** The one length that the answer states must be that of the whole way. */
  private static void lengths(Draft draft, Simulation run, Checks checks) {
    StatedQuantity driven = Quantities.in(format(run.km()) + " km").getFirst();
    for (Passage passage : draft.written(Field.ANSWER)) {
      List<StatedQuantity> lengths =
          Quantities.in(passage.text()).stream()
              .filter(q -> !q.plain() && q.comparable(driven))
              .toList();
      if (lengths.size() == 1) {
        StatedQuantity stated = lengths.getFirst();
        checks.that(
            stated.agrees(driven),
            "the way is " + format(run.km()) + " km long",
            passage.start() + stated.start(),
            passage.start() + stated.end());
      }
    }
  }

  static String format(double value) {
    String text = String.format(Locale.ROOT, "%.6f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
