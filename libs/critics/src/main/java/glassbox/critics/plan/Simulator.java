package glassbox.critics.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drives stops over a map. Immutable; linear in stops and roads. */
final class Simulator {
  private final PlanTask task;
  private final Map<List<String>, List<PlanTask.Road>> byEnds = new HashMap<>();

  Simulator(PlanTask task) {
    this.task = task;
    for (PlanTask.Road road : task.roads()) {
      add(road.from(), road.to(), road);
      add(road.to(), road.from(), road);
    }
  }

  private void add(String from, String to, PlanTask.Road road) {
    byEnds.computeIfAbsent(List.of(from, to), key -> new ArrayList<>()).add(road);
  }

  Simulation run(List<Stop> stops) {
    List<Leg> legs = new ArrayList<>();
    double km = 0;
    double hours = 0;
    for (int i = 1; i < stops.size(); i++) {
      Leg leg = leg(stops.get(i - 1), stops.get(i));
      legs.add(leg);
      km += leg.km();
      hours += leg.hours();
    }
    double perKm = task.vehicle().map(PlanTask.Vehicle::energyPerKm).orElse(0.0);
    return new Simulation(stops, legs, km, hours, km * perKm);
  }

  private Leg leg(Stop from, Stop to) {
    List<PlanTask.Road> between = byEnds.getOrDefault(List.of(from.place(), to.place()), List.of());
    Optional<PlanTask.Road> open =
        between.stream()
            .filter(road -> !road.closed() && road.joins(from.place(), to.place()))
            .min(Comparator.comparingDouble(PlanTask.Road::km));
    if (open.isEmpty()) {
      String name = from.place() + " to " + to.place();
      String problem =
          between.isEmpty()
              ? "no road leads from " + name
              : between.stream().allMatch(PlanTask.Road::closed)
                  ? "the road from " + name + " is closed"
                  : "the road from " + name + " may not be taken this way";
      return new Leg(from, to, Optional.empty(), Optional.of(problem), 0, 0);
    }
    double km = open.get().km();
    double hours =
        task.vehicle()
            .map(v -> km / Math.min(v.speed(), open.get().fastest().orElse(v.speed())))
            .orElse(0.0);
    return new Leg(from, to, open, Optional.empty(), km, hours);
  }
}
