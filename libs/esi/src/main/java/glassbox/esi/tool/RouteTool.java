package glassbox.esi.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Plans the shortest way: {@code FROM TO} gives its sites and its length. Of several the first by
 * name.
 */
public final class RouteTool implements Tool {

  private static final Comparator<Way> SHORTEST_FIRST =
      Comparator.comparingInt(Way::km).thenComparing(way -> String.join(" ", way.sites()));

  private final Supplier<RouteGraph> graph;

  /** A planner over the graph of the moment. */
  public RouteTool(Supplier<RouteGraph> graph) {
    this.graph = graph;
  }

  private record Way(List<String> sites, int km) {
    Way along(String site, int further) {
      var longer = new ArrayList<>(sites);
      longer.add(site);
      return new Way(longer, Math.addExact(km, further));
    }
  }

  @Override
  public String name() {
    return "route";
  }

  @Override
  public String run(String input) {
    List<String> ends = List.of(input.strip().split(" +"));
    if (ends.size() != 2) {
      throw new ToolException("a route is FROM TO");
    }
    RouteGraph map = graph.get();
    List<String> unknown = map.unknown(ends);
    if (!unknown.isEmpty()) {
      throw new ToolException("no site is called " + unknown.getFirst());
    }
    Way way = shortest(map, ends.getFirst(), ends.getLast());
    return String.join(" ", way.sites()) + " " + way.km() + " km";
  }

  private static Way shortest(RouteGraph map, String from, String to) {
    var open = new PriorityQueue<Way>(SHORTEST_FIRST);
    open.add(new Way(List.of(from), 0));
    Set<String> closed = new HashSet<>();
    for (Way way = open.poll(); way != null; way = open.poll()) {
      Way here = way;
      String site = way.sites().getLast();
      if (site.equals(to)) {
        return way;
      }
      if (closed.add(site)) {
        map.next(site).forEach((next, km) -> open.add(here.along(next, km)));
      }
    }
    throw new ToolException("there is no way from " + from + " to " + to);
  }
}
