package glassbox.esi.judging;

/**
 * What another agent answered to the same question.
 *
 * @param agent its name
 * @param answer its answer
 * @param passed whether its checks passed, and nothing but a conflict of agents spoke against it
 *     since
 */
public record AgentAnswer(String agent, String answer, boolean passed) {

  /** The critic that compares agents' answers. */
  public static final String CRITIC = "cross-agent";
}
