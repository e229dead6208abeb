package glassbox.critics.units;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Fragment;
import glassbox.critics.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of another kind than the question asks for. */
class AskedTest {

  private static Verdict judge(String prompt, String result, String answer) {
    List<Fragment> fragments = new ArrayList<>();
    if (result != null && !result.isBlank()) {
      fragments.add(Fragment.call("t1", "calculator", "1*" + result, result));
    }
    return new UnitsCritic()
        .judge(new Draft(prompt, Optional.of("."), answer, fragments, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Give the time from Arlen to Bosk at 61 min per km. | | 15 km",
        "What is the distance from Lyon to Nice? | | 5 hours",
        "How long does the trip from Lyon to Nice take? | | 470 km",
        "How heavy is the crate? | | 3 m",
        "At 83 min per km, what does a trip from Arlen to Bosk need? | | 12 km",
        "At 3 euros per km, what does a taxi to Nice cost? | | 470 km",
        "How many pens are in 3 boxes of 12 pens? | | 36 boxes",
        "How many l from Arlen to Bosk at 3 l per km? | 338 | solvite l",
        "How many eggs are left? | 18 | sum eggs",
        "Give the fuel from Arlen to Bosk at 79 l per km. | 790 | km",
        "Plan a trip from Arlen to Bosk. | | 0",
        "How do I get to the station? | | 46 km",
        "Who is the tallest of them? | | 10",
        "Why does the ship float? | | 12 kg",
        "How long is it from 9 to my haircut? | | -3 hours",
        "How many pens are left? | | -4",
        "What does the child get of the 45 mg? | | melting mg",
        "Tell me what 30 degrees Celsius and 5 mg need. | | mg",
      })
  void anotherKindThanAskedForIsFlagged(String prompt, String result, String answer) {
    assertThat(judge(prompt, result, answer)).as(prompt).isInstanceOf(Verdict.Flagged.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Give the time from Arlen to Bosk at 61 min per km. | | 15 h",
        "What is the time in Lyon? | | 8:30",
        "How long is the bridge? | | 300 m",
        "How long does it take to drive 30 km? | | about an hour",
        "At 83 min per km, what does a trip from Arlen to Bosk need? | | 996 min",
        "At 90 km/h, what time does the way from Lyon to Nice take? | | 5.2 h",
        "A van needs 7 l per km. What is the way from Arlen to Bosk? | | 12 km",
        "I paid 12 euros at 3 euros per kg. What do I take home in total? | | 4 kg",
        "How many pens are in 3 boxes of 12 pens? | | 36 pens",
        "How many animals are 3 cats and 4 dogs? | | 7 animals",
        "How many eggs are left? | 0 | none",
        "How many came? | 2 | just the two of them",
        "Who wore number 10? | | 10",
        "How do I get 5 out of 2 and 3? | | 2+3",
        "Plan a trip from Arlen to Bosk. | | Arlen Bosk 12 km",
        "Why does it float? | | it is light",
        "How many degrees is it if 3 degrees fall by 5? | | -2 degrees",
        "Which unit are the 45 mg in? | | mg",
        "When does Ann go? It takes 2 weeks. | | next week",
      })
  void theKindAskedForPasses(String prompt, String result, String answer) {
    assertThat(judge(prompt, result, answer)).as(prompt).isInstanceOf(Verdict.Passed.class);
  }
}
