package glassbox.shell.history;

/**
 * A line of a history.
 *
 * @param number from 1
 * @param hash hex SHA-256 over the line before it and this one's JSON
 * @param json one JSON value without line breaks
 */
public record HistoryLine(long number, String hash, String json) {}
