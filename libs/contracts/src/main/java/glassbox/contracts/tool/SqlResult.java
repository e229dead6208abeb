package glassbox.contracts.tool;

/**
 * What came of a query.
 *
 * @param output rows apart by "; ", columns by blanks, "none" without rows; or why it was not run
 * @param failed whether it was not run
 */
public record SqlResult(String output, boolean failed) {}
