package glassbox.contracts.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What domain critics judge an answer against. A critic whose material is missing is unavailable.
 *
 * @param documents what citations and quotes may refer to
 * @param tests calls that a piece of code must answer
 * @param plan the map and the limits that a plan must keep
 * @param agents answers of other agents to the same question
 */
public record Material(
    List<SourceDocument> documents,
    List<CodeTest> tests,
    @Nullable PlanTask plan,
    List<AgentAnswer> agents) {

  public Material {
    documents = List.copyOf(documents);
    tests = List.copyOf(tests);
    agents = List.copyOf(agents);
  }

  /**
   * A document that may be cited.
   *
   * @param id what citations name, such as {@code 1} or an address
   * @param title null if it has none; citations may name it too
   * @param text the whole text
   */
  public record SourceDocument(String id, @Nullable String title, String text) {}

  /**
   * One test of a method.
   *
   * @param call a Java expression, such as {@code f(3)}
   * @param expected a Java expression of the value it must have, such as {@code 4}
   */
  public record CodeTest(String call, String expected) {}

  /**
   * What another agent answered.
   *
   * @param agent its name
   * @param answer its final answer
   * @param passed whether its own gate let it through; answers that did not pass do not count
   */
  public record AgentAnswer(String agent, String answer, boolean passed) {}
}
