package glassbox.critics.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A map, two ends, a vehicle and limits. Lengths in km, times in hours, speeds in km/h, energy in
 * the unit of the vehicle's consumption.
 *
 * @param places names of all places
 * @param roads roads between them
 * @param start where a plan starts; empty if anywhere
 * @param goal where it ends; empty if anywhere
 * @param visit places that must be on the way
 * @param avoid places that must not
 * @param vehicle what drives; empty leaves time and energy unjudged
 * @param limits most that a plan may take
 */
public record PlanTask(
    List<String> places,
    List<Road> roads,
    Optional<String> start,
    Optional<String> goal,
    List<String> visit,
    List<String> avoid,
    Optional<Vehicle> vehicle,
    Limits limits) {

  public PlanTask {
    places = List.copyOf(places);
    roads = List.copyOf(roads);
    visit = List.copyOf(visit);
    avoid = List.copyOf(avoid);
    for (Road road : roads) {
      if (!places.contains(road.from()) || !places.contains(road.to())) {
        throw new IllegalArgumentException("a road between unknown places: " + road);
      }
    }
  }

  /**
   * A road.
   *
   * @param km above 0
   * @param fastest speed limit, if any
   * @param oneWay whether it leads only from {@code from} to {@code to}
   * @param closed whether nobody may take it
   */
  public record Road(
      String from, String to, double km, OptionalDouble fastest, boolean oneWay, boolean closed) {
    public Road {
      if (!(km > 0 && km < Double.MAX_VALUE) || !(fastest.orElse(1) > 0)) {
        throw new IllegalArgumentException("a road has a length and a speed above 0");
      }
    }

    boolean joins(String a, String b) {
      return from.equals(a) && to.equals(b) || !oneWay && from.equals(b) && to.equals(a);
    }
  }

  /**
   * What drives.
   *
   * @param speed above 0
   * @param energyPerKm 0 or more
   * @param energy how much it has at the start, if that is bounded
   */
  public record Vehicle(double speed, double energyPerKm, OptionalDouble energy) {
    public Vehicle {
      if (!(speed > 0) || !(energyPerKm >= 0)) {
        throw new IllegalArgumentException("a vehicle has a speed and a consumption");
      }
    }
  }

  /** Most that a plan may take in all; an empty side is open. */
  public record Limits(
      OptionalDouble km, OptionalDouble hours, OptionalDouble energy, OptionalInt stops) {

    /** No limits. */
    public static final Limits NONE =
        new Limits(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty());
  }
}
