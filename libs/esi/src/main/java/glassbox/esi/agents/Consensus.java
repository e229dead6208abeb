package glassbox.esi.agents;

import java.util.List;
import java.util.Optional;

/**
 * What came of several agents.
 *
 * @param chosen the run that is committed; empty where none passed its gate: the run fails
 * @param agreeing other agents that passed and said the same in other units or words
 * @param dissenting agents that passed and said something else
 * @param supports evidence of the chosen answer, that of agreeing agents merged in
 * @param cooled whether plans differed so much that all drafts were cooled
 * @param runs of all agents
 */
public record Consensus(
    Optional<AgentRun> chosen,
    List<String> agreeing,
    List<String> dissenting,
    List<Support> supports,
    boolean cooled,
    List<AgentRun> runs) {
  public Consensus {
    agreeing = List.copyOf(agreeing);
    dissenting = List.copyOf(dissenting);
    supports = List.copyOf(supports);
    runs = List.copyOf(runs);
  }

  /** The answer that may go out; empty where none passed. */
  public Optional<String> answer() {
    return chosen.flatMap(run -> run.report().answer());
  }
}
