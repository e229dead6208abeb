package glassbox.contracts.esi;

import glassbox.contracts.esi.EsiRecord.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several agents came to. Ids of fragments have the agent's name before them: {@code a2.t1}.
 *
 * @param speaker the agent whose course the record tells: the chosen one, else the first that was
 *     judged
 * @param chosen whether the speaker's gate opened and its answer is the run's; where not, no
 *     agent's did
 * @param agreeing others whose gates opened, and who say the same in other units or words
 * @param dissenting others whose gates opened, and who say something else
 * @param supports evidence of the chosen answer, that of agreeing agents too
 * @param cooled whether plans differed so much that all drafts were cooled
 * @param starch share of the window that structure of all agents together might take
 * @param tokens most that each might write
 * @param roles of those that had one
 * @param others how the other agents went
 */
public record AgentsRecord(
    String speaker,
    boolean chosen,
    List<String> agreeing,
    List<String> dissenting,
    List<String> supports,
    boolean cooled,
    double starch,
    int tokens,
    List<AgentRole> roles,
    List<AgentCourse> others) {

  public AgentsRecord {
    agreeing = List.copyOf(agreeing);
    dissenting = List.copyOf(dissenting);
    supports = List.copyOf(supports);
    roles = List.copyOf(roles);
    others = List.copyOf(others);
  }

  /**
   * What an agent was told to be.
   *
   * @param agent which
   * @param tools that it might call; empty for those of the run
   * @param perspective whether it had one; its text is in its prompts alone
   */
  public record AgentRole(String agent, List<String> tools, boolean perspective) {
    public AgentRole {
      tools = List.copyOf(tools);
    }
  }

  /**
   * How another agent went; the parameters are as in {@link EsiRecord}.
   *
   * @param failure why its gate did not open; null where it did
   */
  public record AgentCourse(
      String agent,
      EsiRecord.Starch starch,
      List<EsiRecord.Stage> stages,
      List<EsiRecord.Judgement> judgements,
      List<EsiRecord.Change> changes,
      int repairs,
      int restarts,
      boolean fallback,
      @Nullable Failure failure) {
    public AgentCourse {
      stages = List.copyOf(stages);
      judgements = List.copyOf(judgements);
      changes = List.copyOf(changes);
    }
  }
}
