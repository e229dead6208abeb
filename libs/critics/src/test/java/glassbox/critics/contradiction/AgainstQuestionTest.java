package glassbox.critics.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import glassbox.critics.field.Field;
import glassbox.critics.field.Role;
import glassbox.critics.field.Stretch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgainstQuestionTest {

  private static Verdict judge(String prompt, String context, String given, String answer) {
    String text = (given == null ? "" : given) + "\n" + (answer == null ? "" : answer);
    int middle = text.indexOf('\n') + 1;
    Optional<String> premise = Optional.ofNullable(context);
    return new ContradictionCritic(ContradictionSettings.DEFAULT)
        .judge(
            new Draft(prompt, premise, text, List.of(), List.of())
                .withStretches(
                    List.of(
                        new Stretch(Field.GIVEN, Role.TEXT, 0, middle - 1),
                        new Stretch(Field.ANSWER, Role.TEXT, middle, text.length()))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Add 4 and 9. | | 4; 9 | 13",
        "Figure of the second quarter of 1,200? | | Q2; 1200 | 5",
        "How much? | There are 12 boxes. | twelve; 12 | 5",
        "Is 80*9=720 right? | | | right",
        "Is 80*9=721 right? | | | wrong, 720",
        "Is 80*9=721 wrong? | | | yes",
        "A pupil writes 80*9=721. Is it right? | | | it is not, 720 is",
        "If 80*9=720 is right, how much is 80*10? | | | 800",
        "What is the density of velsite? | The density of velsite is 5 kg per l. | | 5 kg per l",
        "What is the density of velsite? | The density of velsite is 5 kg. | | 5000 g",
        "What is the largest dose of Zor? | The dose of Zor is 5 mg. | | 50 mg",
        "Give the dose of Zor. | The dose of Zor is at most 5 mg. | | 4 mg",
      })
  void whatAgreesPasses(String prompt, String context, String given, String answer) {
    assertThat(judge(prompt, context, given, answer)).isInstanceOf(Verdict.Passed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Add 4 and 9. | | 4; 13 | 17",
        "Is 80*9=720 right? | | | wrong, 720",
        "Is 80*9=721 right? | | | yes",
        "Is 80*9=720 right? | | | 300 cups",
        "Mark this: 80*9=721. | | | 720",
        "What is the density of velsite? | The density of velsite is 5 kg per l. | | 16 kg",
        "Tell me the child dose of Zor. | The child dose of Zor is 15 mg. | | 30 mg",
      })
  void whatDoesNotIsFlagged(String prompt, String context, String given, String answer) {
    assertThat(judge(prompt, context, given, answer)).isInstanceOf(Verdict.Flagged.class);
  }
}
