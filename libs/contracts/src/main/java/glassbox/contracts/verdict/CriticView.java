package glassbox.contracts.verdict;

/** A critic that this service runs. */
public record CriticView(
    String name, String version, String configHash, boolean mandatory, String description) {}
