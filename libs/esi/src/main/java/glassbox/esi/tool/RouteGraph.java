package glassbox.esi.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Sites and the roads between them, both ways. Immutable. */
public final class RouteGraph {

  private final Map<String, Map<String, Integer>> roads;

  /** A road. */
  public record Road(String from, String to, int km) {
    public Road {
      if (km < 1) {
        throw new IllegalArgumentException("a road is at least 1 km long, not " + km);
      }
    }
  }

  /** The graph of some roads; of parallel ones the shortest counts. */
  public RouteGraph(List<Road> all) {
    roads = new HashMap<>();
    for (Road road : all) {
      roads
          .computeIfAbsent(road.from(), site -> new HashMap<>())
          .merge(road.to(), road.km(), Math::min);
      roads
          .computeIfAbsent(road.to(), site -> new HashMap<>())
          .merge(road.from(), road.km(), Math::min);
    }
  }

  /** Names of all sites. */
  public Set<String> sites() {
    return Set.copyOf(roads.keySet());
  }

  /** Sites next to a site, with the length of the road; none for an unknown site. */
  public Map<String, Integer> next(String site) {
    return Map.copyOf(roads.getOrDefault(site, Map.of()));
  }

  /** Length of the road between two sites that are next to each other. */
  public OptionalInt road(String from, String to) {
    Integer km = roads.getOrDefault(from, Map.of()).get(to);
    return km == null ? OptionalInt.empty() : OptionalInt.of(km);
  }

  /** Known sites of a list that are not in the graph. */
  List<String> unknown(List<String> names) {
    var unknown = new ArrayList<>(names);
    unknown.removeAll(roads.keySet());
    return unknown;
  }
}
