package glassbox.critics.agent;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Material.AgentAnswer;
import glassbox.critics.Verdict;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether other agents' answers that passed their own gate say the same. One check an agent; one
 * whose answer has nothing comparable is not counted.
 */
public final class CrossAgentCritic implements Critic {
  private static final CriticIdentity IDENTITY =
      CriticIdentity.of(
          "cross-agent",
          "2",
          "answers of other agents agree once units are made equal",
          Map.of("short_answer_words", ClaimComparison.SHORT));

  @Override
  public CriticIdentity identity() {
    return IDENTITY;
  }

  @Override
  public Verdict judge(Draft draft) {
    List<AgentAnswer> others =
        draft.material().agents().stream().filter(AgentAnswer::passed).toList();
    if (others.isEmpty()) {
      return new Verdict.Unavailable("no other agent's answer passed its gate");
    }
    List<Passage> answer = draft.written(Field.ANSWER);
    String own = answer.stream().map(Passage::text).collect(Collectors.joining(" "));
    List<Finding> findings = new ArrayList<>();
    int checks = 0;
    for (AgentAnswer other : others) {
      ClaimComparison.Outcome outcome = ClaimComparison.compare(own, other.answer());
      checks += outcome.compared() ? 1 : 0;
      outcome.conflict().ifPresent(why -> findings.add(finding(answer, other, why)));
    }
    return Verdict.of(checks, findings);
  }

  private static Finding finding(List<Passage> answer, AgentAnswer other, String why) {
    String message = "agent " + other.agent() + " disagrees: " + why;
    Optional<Passage> first = answer.stream().findFirst();
    return first.map(passage -> Finding.in(passage, message)).orElse(Finding.nowhere(message));
  }
}
