package glassbox.critics.lemma;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LemmaCriticTest {

  private static Verdict judge(String answer) {
    return new LemmaCritic().judge(Draft.of("", answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S1: a = 2. S2: by S1, b = 4. S3: from S1 and S2 the sum is 6.",
        "S1: x is even.\nS2: x+1 is odd (by S1).",
        "Lemma 1. Every n has a successor. Lemma 2. By Lemma 1 there is no largest n.",
        "Step 1) take 2. Step 2) double it, as in Step 1.",
        "(1) a = b. (2) b = c. (3) By (1) and (2), a = c.",
        "S1: one. S2: two. S3: three. S4: by S1-S3 all.",
        "S1: needs S2 below. S2: stands alone.",
        "**S1**: a. **S2**: by S1 b.",
      })
  void passesWhatRestsOnStatedSteps(String answer) {
    Verdict verdict = judge(answer);
    assertThat(verdict).as(answer).isInstanceOf(Verdict.Passed.class);
    assertThat(((Verdict.Passed) verdict).checks()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "S1: a = 2. S2: by S7, b = 4. | S7 is stated nowhere",
        "S1: by S2 a. S2: by S1 b. | S1 rests on itself",
        "S1: by S1 itself. | S1 rests on itself",
        "S1: by S3 a. S2: by S1 b. S3: by S2 c. S4: by S3 d. | S1 rests on itself",
        "Lemma 1. It holds. Theorem: by Lemma 3 it holds. | Lemma 3 is stated nowhere",
        "S1: a = 2. S1: a = 3. | S1 is stated twice",
        "(1) a = b. (2) By (5), b = c. | (5) is stated nowhere",
        "S1: one. S2: by S1 and S4 two. | S4 is stated nowhere",
      })
  void flagsWhatDoesNot(String answer, String message) {
    Verdict verdict = judge(answer);
    assertThat(verdict).as(answer).isInstanceOf(Verdict.Flagged.class);
    assertThat(((Verdict.Flagged) verdict).findings())
        .anySatisfy(finding -> assertThat(finding.message()).isEqualTo(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "The answer is 6.", "See table (3).", "S21 is a road.", "f(2) = 3 and g(4)"})
  void withoutLabelledStepsThereIsNothingToCheck(String answer) {
    assertThat(judge(answer)).isEqualTo(new Verdict.Passed(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"S1: by S2. ", "(1) by (2). ", "Lemma 9. ", "S999: S1-S999. "})
  void longTextsAreJudgedInTime(String piece) {
    assertThat(judge(piece.repeat(3000))).isNotNull();
  }
}
