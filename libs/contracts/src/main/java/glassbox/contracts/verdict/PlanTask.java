package glassbox.contracts.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is for: a map, two ends, a vehicle and limits. Lengths in km, times in hours, speeds
 * in km/h, energies in the unit of the vehicle's consumption.
 *
 * @param places names of all places
 * @param roads passable both ways unless {@code oneWay}
 * @param start where it starts; null if anywhere
 * @param goal where it ends; null if anywhere
 * @param visit places that must be on the way
 * @param avoid places that must not
 * @param vehicle what drives; null leaves time and energy unjudged
 * @param limits null for none
 */
public record PlanTask(
    List<String> places,
    List<Road> roads,
    @Nullable String start,
    @Nullable String goal,
    List<String> visit,
    List<String> avoid,
    @Nullable Vehicle vehicle,
    @Nullable Limits limits) {

  public PlanTask {
    places = List.copyOf(places);
    roads = List.copyOf(roads);
    visit = List.copyOf(visit);
    avoid = List.copyOf(avoid);
  }

  /**
   * A road between two places.
   *
   * @param km above 0
   * @param fastest speed limit in km/h; null for none
   * @param oneWay whether it leads only from {@code from} to {@code to}
   * @param closed whether nobody may take it
   */
  public record Road(
      String from,
      String to,
      double km,
      @Nullable Double fastest,
      boolean oneWay,
      boolean closed) {}

  /**
   * What drives.
   *
   * @param speed in km/h, above 0
   * @param energyPerKm 0 or more
   * @param energy how much it has at the start; null for enough
   */
  public record Vehicle(double speed, double energyPerKm, @Nullable Double energy) {}

  /**
   * Most that a plan may take; null leaves a side open.
   *
   * @param km in all
   * @param hours in all
   * @param energy in all
   * @param stops places after the start
   */
  public record Limits(
      @Nullable Double km,
      @Nullable Double hours,
      @Nullable Double energy,
      @Nullable Integer stops) {}
}
