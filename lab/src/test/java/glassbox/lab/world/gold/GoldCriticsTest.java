package glassbox.lab.world.gold;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Critic;
import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import glassbox.critics.contradiction.ContradictionCritic;
import glassbox.critics.contradiction.ContradictionSettings;
import glassbox.critics.lemma.LemmaCritic;
import glassbox.critics.plan.KinematicsCritic;
import glassbox.critics.plan.ResourceCritic;
import glassbox.critics.safety.SafetyCritic;
import glassbox.critics.safety.SafetyRules;
import glassbox.critics.tool.ArgsCritic;
import glassbox.critics.tool.CrossToolCritic;
import glassbox.critics.trace.TraceCritic;
import glassbox.critics.trace.TraceSettings;
import glassbox.critics.units.UnitsCritic;
import glassbox.lab.world.World;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.task.Instance;
import glassbox.lab.world.task.Split;
import glassbox.lab.world.task.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Critics that read calls and claims have nothing against right answers of the world. */
class GoldCriticsTest {

  private static final int TASKS = 150;

  private static final List<Critic> CRITICS =
      List.of(
          new ArgsCritic(),
          new UnitsCritic(),
          new ContradictionCritic(ContradictionSettings.DEFAULT),
          new TraceCritic(new TraceSettings(1)),
          new CrossToolCritic(),
          new LemmaCritic(),
          new KinematicsCritic(),
          new ResourceCritic(),
          new SafetyCritic(SafetyRules.shipped()));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void passWhatTheGoldTranscriptsSay(long seed) {
    World world = World.of(seed);
    Map<String, Integer> families = new HashMap<>();
    List<String> alarms = new ArrayList<>();
    for (Domain domain : Domain.values()) {
      for (Split split : List.of(Split.TRAIN, Split.TEST)) {
        for (Instance task : world.source().distinct(domain, split, TASKS, seed)) {
          if (task.style() == Style.WORKED) {
            families.merge(task.family(), 1, Integer::sum);
            alarms(task, alarms);
          }
        }
      }
    }
    System.out.println("worked answers of world " + seed + ": " + new TreeMap<>(families));
    assertThat(families).hasSizeGreaterThan(Domain.values().length);
    assertThat(alarms).isEmpty();
  }

  private static void alarms(Instance task, List<String> alarms) {
    Draft draft = GoldDraft.of(task);
    for (Critic critic : CRITICS) {
      if (critic.judge(draft) instanceof Verdict.Flagged flagged) {
        alarms.add(
            critic.identity().name()
                + " of "
                + task.family()
                + ": "
                + flagged.findings()
                + "\n  "
                + task.context().map(text -> text.text()).orElse("-")
                + "\n  "
                + task.prompt().text()
                + "\n  "
                + task.answer().text());
      }
    }
  }
}
