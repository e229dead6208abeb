package glassbox.critics.plan;

import java.util.List;

/**
 * A plan driven over its map.
 *
 * @param stops in order
 * @param legs between them
 * @param km length of all legs that can be driven
 * @param hours time of these
 * @param energy energy of these
 */
record Simulation(List<Stop> stops, List<Leg> legs, double km, double hours, double energy) {
  Simulation {
    stops = List.copyOf(stops);
    legs = List.copyOf(legs);
  }
}
