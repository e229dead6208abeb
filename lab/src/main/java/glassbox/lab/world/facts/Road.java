package glassbox.lab.world.facts;

/**
 * A road between two sites, for both directions.
 *
 * @param from one end
 * @param to the other
 * @param km its length
 */
public record Road(String from, String to, int km) {}
