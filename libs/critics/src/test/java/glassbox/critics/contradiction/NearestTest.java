package glassbox.critics.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers taken from the sentence about another thing. */
class NearestTest {

  private static Verdict judge(String context, String prompt, String answer) {
    return new ContradictionCritic(ContradictionSettings.DEFAULT)
        .judge(new Draft(prompt, Optional.of(context), answer, List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Anna lives in Rome. Bert lives in Paris. | Where does Bert live? | Rome",
        "Melora treats coughs. Ibusan treats hay fever. | What does Ibusan treat? | coughs",
        "The lake of Thun is 217 m deep. The lake of Biel is 74 m deep. | How deep is the lake of"
            + " Biel? | 217 m",
        "The sales of Ash in May were 40 million euros. The sales of Ash in June were 55 million"
            + " euros. | What sales had Ash in June? | 40 million euros",
        "Ash's profit in Q1 was 40. Elm's sales in Q3 were 7 and grew. Ash's profit in Q3 was 9. |"
            + " How large was Ash's profit in Q3? | 40",
        "The train to Bern leaves at 9. The train to Chur leaves at 11. | When is the train to"
            + " Chur? | at 9",
      })
  void theOtherThingsValueIsFlagged(String context, String prompt, String answer) {
    assertThat(judge(context, prompt, answer)).as(prompt).isInstanceOf(Verdict.Flagged.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Anna lives in Rome. Bert lives in Paris. | Where does Bert live? | Paris",
        "Anna lives in Rome. Bert lives in Rome. | Where does Bert live? | Rome",
        "Anna lives in Rome. Bert lives in Paris. | Where do Anna and Bert live? | Rome",
        "Anna lives in Rome. Bert lives in Paris. | Who lives in Rome? | Anna",
        "Anna lives in Rome. Her brother lives in Paris. | Where does Anna's brother live? | Paris",
        "Ost had 400 inhabitants in 2020. Today it has 150 inhabitants. | How many has Ost today? |"
            + " 150",
        "The sales of Ash in May were 40 euros. The sales of Ash in June were 55 euros. | In which"
            + " month did Ash sell more? | June",
        "The lake of Thun is 217 m deep. The lake of Biel is 74 m deep. | Which is deeper, the lake"
            + " of Thun or the lake of Biel? | 217 m",
        "The tower of Ost has 30 floors. The tower rises 120 m. | How tall is the tower of Ost? |"
            + " 120 m",
      })
  void theValueOfWhatIsAskedForPasses(String context, String prompt, String answer) {
    assertThat(judge(context, prompt, answer)).as(prompt).isInstanceOf(Verdict.Passed.class);
  }
}
