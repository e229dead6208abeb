package glassbox.lab.world.facts;

/**
 * A thing of the world.
 *
 * @param kind what it is
 * @param name unique within its kind
 */
public record Entity(EntityKind kind, String name) {}
