package glassbox.critics;

import glassbox.critics.plan.PlanTask;
import glassbox.critics.text.Intrusions;
import java.util.List;
import java.util.Optional;

/**
 * What domain critics judge an answer against. A critic whose material is missing is unavailable.
 *
 * @param documents what citations and quotes may refer to
 * @param tests calls that a piece of code must answer
 * @param plan the map and the limits that a plan must keep
 * @param agents answers of other agents to the same question
 */
public record Material(
    List<Document> documents,
    List<CodeTest> tests,
    Optional<PlanTask> plan,
    List<AgentAnswer> agents) {

  /** Nothing at hand. */
  public static final Material NONE =
      new Material(List.of(), List.of(), Optional.empty(), List.of());

  public Material {
    documents = List.copyOf(documents);
    tests = List.copyOf(tests);
    agents = List.copyOf(agents);
  }

  /** Documents without what poses as something else, see {@link Draft#guarded()}. */
  Material guarded() {
    return new Material(
        documents.stream()
            .map(d -> new Document(d.id(), d.title(), Intrusions.without(d.text())))
            .toList(),
        tests,
        plan,
        agents);
  }

  /** A document that may be cited by its id or its title. */
  public record Document(String id, Optional<String> title, String text) {}

  /** A call, such as {@code f(3)}, and a Java expression of the value it must have. */
  public record CodeTest(String call, String expected) {}

  /** What another agent answered; one that its own gate did not pass does not count. */
  public record AgentAnswer(String agent, String answer, boolean passed) {}
}
