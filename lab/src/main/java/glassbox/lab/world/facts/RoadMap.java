package glassbox.lab.world.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * The sites and the roads between them; every site can be reached from every other.
 *
 * @param sites in a fixed order
 * @param roads no two of them between the same sites
 */
public record RoadMap(List<String> sites, List<Road> roads) {

  private static final int CHORDS = 5;
  private static final int SHORTEST = 2;
  private static final int LONGEST = 19;

  public RoadMap {
    sites = List.copyOf(sites);
    roads = List.copyOf(roads);
  }

  /** A ring through all sites in random order, and a few roads across. */
  static RoadMap draw(List<String> sites, RandomGenerator random) {
    var ring = new ArrayList<>(sites);
    Collections.shuffle(ring, new Random(random.nextLong()));
    var roads = new ArrayList<Road>();
    int n = ring.size();
    for (int i = 0; i < n; i++) {
      roads.add(road(ring.get(i), ring.get((i + 1) % n), random));
    }
    for (int i = 0; i < CHORDS; i++) {
      int reach = 3 + random.nextInt(n - 6);
      int start = i * 2 % n;
      Road chord = road(ring.get(start), ring.get((start + reach) % n), random);
      if (roads.stream().noneMatch(road -> same(road, chord))) {
        roads.add(chord);
      }
    }
    return new RoadMap(sites, roads);
  }

  private static Road road(String from, String to, RandomGenerator random) {
    return new Road(from, to, SHORTEST + random.nextInt(LONGEST - SHORTEST + 1));
  }

  private static boolean same(Road a, Road b) {
    return (a.from().equals(b.from()) && a.to().equals(b.to()))
        || (a.from().equals(b.to()) && a.to().equals(b.from()));
  }
}
