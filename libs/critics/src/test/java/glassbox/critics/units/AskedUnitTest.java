package glassbox.critics.units;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedUnitTest {

  private static Verdict judge(String prompt, String context, String answer) {
    return new UnitsCritic()
        .judge(new Draft(prompt, Optional.of(context), answer, List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How many grams are 2 kg? | 2000 m",
        "How many km is it? | It takes 3 hours.",
        "How many grams are 2 kg? | 2 kg",
        "What is 3 km in m? | 3 km",
        "How many doses are allowed a day? | 576 mg",
        "How many kg is a litre? | 4 g per l",
        "What is the mass in kg? | 5 litres",
        "Give the speed in km/h. | 5 kg",
      })
  void anotherUnitThanAskedForIsFlagged(String prompt, String answer) {
    assertThat(judge(prompt, ".", answer)).as(prompt).isInstanceOf(Verdict.Flagged.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How many grams are 2 kg? | 2000 g",
        "How many grams are 2 kg? | 2000",
        "How many grams are 2 kg? | 2 kg, that is 2000 g",
        "How many kg is a litre? | 4 kg per l",
        "How many kg is a litre? | 4 kg/l",
        "How many pens are there? | 15",
        "How many bags of 5 kg are 20 kg? | 4 bags, or 20 kg",
        "How many pens are in 3 boxes of 5 kg? | 15 pens",
        "How many km is it? | It takes 3 hours for the 120 km.",
        "What is it in the end? | 5 kg",
        "How many minutes does a van with 2 l/km need? | 120 min",
      })
  void theUnitAskedForPasses(String prompt, String answer) {
    assertThat(judge(prompt, ".", answer)).as(prompt).isInstanceOf(Verdict.Passed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Split it. [Invariant: currency = EUR] | You pay 5 USD.",
        "Split it. [Invariant: total = 100 kg] | The total is 90 kg.",
        "Load it. Invariant: load <= 5 t | The load is 6000 kg.",
        "Heat it. [Invariant: unit = kg] | It weighs 500 g.",
      })
  void brokenInvariantsAreFlagged(String prompt, String answer) {
    assertThat(judge(prompt, ".", answer)).as(prompt).isInstanceOf(Verdict.Flagged.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Split it. [Invariant: currency = EUR] | You pay 5 EUR.",
        "Split it. [Invariant: total = 100 kg] | The total is 0.1 t.",
        "Load it. Invariant: load <= 5 t | The load is 4000 kg.",
        "Load it. Invariant: be kind | The load is 4000 kg.",
        "Heat it. [Invariant: unit = kg] | It weighs 5 kg in 3 minutes.",
      })
  void keptInvariantsPass(String prompt, String answer) {
    assertThat(judge(prompt, ".", answer)).as(prompt).isInstanceOf(Verdict.Passed.class);
  }
}
