package glassbox.contracts.generation;

/** A sealed block: its hash (lower-case hex SHA-256) and whether it is durable. */
public record BlockRef(int pass, String hash, RecordState state) {}
