package glassbox.gateway.records;

import glassbox.contracts.generation.RecordState;

/**
 * A record that is durable.
 *
 * @param hash lower-case hex SHA-256 of the canonical envelope
 * @param state committed by audit, or pending on the local disk
 */
public record Recorded(String hash, RecordState state) {}
