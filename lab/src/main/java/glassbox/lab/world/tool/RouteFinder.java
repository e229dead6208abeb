package glassbox.lab.world.tool;

import glassbox.lab.world.facts.Road;
import glassbox.lab.world.facts.RoadMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** Shortest ways on a map, by Dijkstra. */
public final class RouteFinder {

  private static final Comparator<Way> SHORTEST_FIRST =
      Comparator.comparingInt(Way::km).thenComparing(way -> String.join(" ", way.sites()));

  private final RoadMap map;

  /** A finder on one map. */
  public RouteFinder(RoadMap map) {
    this.map = map;
  }

  /**
   * A way along roads.
   *
   * @param sites from the start to the end
   * @param km its length
   */
  public record Way(List<String> sites, int km) {

    public Way {
      sites = List.copyOf(sites);
    }

    /** As the tool writes it. */
    public String text() {
      return String.join(" ", sites) + " " + km + " km";
    }
  }

  /**
   * The shortest way; of several, the first by name.
   *
   * @throws ToolException for an unknown site
   */
  public Way shortest(String from, String to) {
    for (String site : List.of(from, to)) {
      if (!map.sites().contains(site)) {
        throw new ToolException("no site is called " + site);
      }
    }
    var open = new PriorityQueue<Way>(SHORTEST_FIRST);
    open.add(new Way(List.of(from), 0));
    Set<String> closed = new HashSet<>();
    for (Way way = open.poll(); way != null; way = open.poll()) {
      String here = way.sites().getLast();
      if (here.equals(to)) {
        return way;
      }
      if (closed.add(here)) {
        extend(way, here, open);
      }
    }
    throw new ToolException("there is no way from " + from + " to " + to);
  }

  private void extend(Way way, String here, PriorityQueue<Way> open) {
    for (Road road : map.roads()) {
      if (road.from().equals(here)) {
        open.add(along(way, road.to(), road.km()));
      } else if (road.to().equals(here)) {
        open.add(along(way, road.from(), road.km()));
      }
    }
  }

  private static Way along(Way way, String next, int km) {
    var sites = new ArrayList<>(way.sites());
    sites.add(next);
    return new Way(sites, way.km() + km);
  }
}
