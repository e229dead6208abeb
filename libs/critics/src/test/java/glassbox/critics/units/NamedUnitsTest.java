package glassbox.critics.units;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Fragment;
import glassbox.critics.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedUnitsTest {

  private static Verdict judge(String prompt, String context, String answer, String tool) {
    return new UnitsCritic()
        .judge(
            new Draft(
                prompt,
                Optional.ofNullable(context),
                answer,
                List.of(Fragment.call("t1", tool, "2*3", "6")),
                List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Each box holds 3 pens. How much is in 2 boxes? | | 6 cups",
        "The revenue was 8 and the costs 2 million talers. What was the profit? | | 6 mg",
        "Multiply 2 and 3. | | 6 percent",
      })
  void aUnitThatNobodyNamedIsFlagged(String prompt, String context, String answer) {
    assertThat(judge(prompt, context, answer, "calculator")).isInstanceOf(Verdict.Flagged.class);
    assertThat(judge(prompt, context, answer, "sql")).isInstanceOf(Verdict.Passed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Each box holds 3 pens. How much is in 2 boxes? | | 6 pens",
        "The revenue was 8 and the costs 2 million talers. What was the profit? | | 6 million"
            + " talers",
        "How many percent of 50 is 3? | | 6 percent",
        "How long in minutes are 2 rounds? | A round takes 3 min. | 6 minutes",
        "Multiply 2 and 3. | | 6",
        "How many children are 3 girls and 4 boys? | | seven children",
      })
  void aUnitOfTheQuestionPasses(String prompt, String context, String answer) {
    assertThat(judge(prompt, context, answer, "calculator")).isInstanceOf(Verdict.Passed.class);
  }
}
