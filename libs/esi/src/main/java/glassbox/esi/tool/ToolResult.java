package glassbox.esi.tool;

/**
 * What came of a call.
 *
 * @param tool its name, as the call gave it
 * @param kind of fragment
 * @param input of the call
 * @param output one line, not empty; begins with {@code error: } where the call failed
 * @param failed whether it did
 */
public record ToolResult(String tool, String kind, String input, String output, boolean failed) {}
