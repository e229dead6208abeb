package glassbox.critics.plan;

import java.util.Optional;

/**
 * From one stop to the next.
 *
 * @param road the shortest open road between them; empty if there is none
 * @param problem why it cannot be driven, if so
 * @param km its length; 0 without a road
 * @param hours how long it takes the vehicle; 0 without a road or a vehicle
 */
record Leg(
    Stop from,
    Stop to,
    Optional<PlanTask.Road> road,
    Optional<String> problem,
    double km,
    double hours) {}
