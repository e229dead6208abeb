package glassbox.esi.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Drives a plan over the graph: {@code A B C} gives {@code cost 12 km violations 0}, or what is
 * wrong with the first step that cannot be driven.
 */
public final class Simulator implements Tool {

  private final Supplier<RouteGraph> graph;

  /** A simulator over the graph of the moment. */
  public Simulator(Supplier<RouteGraph> graph) {
    this.graph = graph;
  }

  /**
   * How a plan went.
   *
   * @param km driven before the first violation, all of it without one
   * @param violations one a step that cannot be driven, in order
   */
  public record Simulation(int km, List<String> violations) {
    public Simulation {
      violations = List.copyOf(violations);
    }

    /** As the tool writes it. */
    String text() {
      String head = "cost " + km + " km violations " + violations.size();
      return violations.isEmpty() ? head : head + ": " + violations.getFirst();
    }
  }

  @Override
  public String name() {
    return "simulate";
  }

  @Override
  public String kind() {
    return "sim";
  }

  @Override
  public String run(String input) {
    return drive(List.of(input.strip().split("[ ,]+"))).text();
  }

  /** Drives from site to site. */
  public Simulation drive(List<String> sites) {
    RouteGraph map = graph.get();
    var violations = new ArrayList<String>();
    for (String site : map.unknown(sites)) {
      violations.add("no site is called " + site);
    }
    int km = 0;
    for (int step = 1; step < sites.size(); step++) {
      OptionalInt road = map.road(sites.get(step - 1), sites.get(step));
      if (road.isEmpty()) {
        violations.add("no road from " + sites.get(step - 1) + " to " + sites.get(step));
      } else if (violations.isEmpty()) {
        km = Math.addExact(km, road.getAsInt());
      }
    }
    return new Simulation(km, violations);
  }
}
