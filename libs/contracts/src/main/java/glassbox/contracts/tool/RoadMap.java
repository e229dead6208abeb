package glassbox.contracts.tool;

import java.util.List;

/** The world's roads, passable both ways. */
public record RoadMap(List<Road> roads) {
  public RoadMap {
    roads = List.copyOf(roads);
  }

  /** A road between two sites, with its length in km. */
  public record Road(String start, String stop, int km) {}
}
