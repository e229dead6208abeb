package glassbox.esi.tool;

/** One tool. Implementations are safe for any thread and bounded in time. */
public interface Tool {

  /** What a call names it by. */
  String name();

  /** Kind of the fragments that it gives, such as {@code tool} or {@code table_row}. */
  default String kind() {
    return "tool";
  }

  /**
   * Runs a call.
   *
   * @param input what stands after the name
   * @throws ToolException when it cannot; its message is shown to the model
   */
  String run(String input);
}
