package glassbox.esi.config;

/**
 * How much a run may write.
 *
 * @param outline most tokens of [Given], and of [Plan]
 * @param draft most tokens that are drawn in [Compute]
 * @param verify most tokens of [Checks], and of [Trace]
 * @param answer most tokens of [Answer]
 * @param toolCalls most calls of a draft, and of a repair; what is called beyond is refused
 */
public record PassLimits(int outline, int draft, int verify, int answer, int toolCalls) {
  public PassLimits {
    if (outline < 1 || draft < 1 || verify < 1 || answer < 1 || toolCalls < 0) {
      throw new IllegalArgumentException("every limit is at least 1, tool_calls at least 0");
    }
  }
}
