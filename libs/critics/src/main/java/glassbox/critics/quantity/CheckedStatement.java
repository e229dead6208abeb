package glassbox.critics.quantity;

import java.util.Optional;

/**
 * A statement about quantities that a text makes, checked.
 *
 * @param start UTF-16 offset where it starts
 * @param end offset after it
 * @param problem what is wrong with it; empty if it holds
 */
public record CheckedStatement(int start, int end, Optional<String> problem) {}
