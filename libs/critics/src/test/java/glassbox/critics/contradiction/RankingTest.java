package glassbox.critics.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {
  private static final String TALL = "Ann is taller than Bo. Bo is taller than Cy. ";

  private static Verdict judge(String prompt, String answer) {
    return new ContradictionCritic(ContradictionSettings.DEFAULT).judge(Draft.of(prompt, answer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who is the shortest? | Cy",
        "Who is the tallest? | Ann",
        "Who is the least tall? | Cy",
        "Who is the tallest? | Ann > Bo > Cy, so Ann",
        "Who is the tallest? | Ann > Cy",
        "Who is the tallest? | Cy < Bo < Ann",
        "Who is the oldest? | Bo",
        "Who is the tallest? | Ann is tallest, Cy is not.",
        "Who is the second tallest? | Bo",
      })
  void whatTheOrderSaysPasses(String question, String answer) {
    assertThat(judge(TALL + question, answer)).as(answer).isInstanceOf(Verdict.Passed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who is the shortest? | Bo",
        "Who is the tallest? | Cy",
        "Who is the least tall? | Ann",
        "Who is the tallest? | Bo > Ann > Cy",
        "Who is the tallest? | Ann > Cy > Bo",
        "Who is the tallest? | Ann < Cy",
      })
  void whatItDoesNotSayIsFlagged(String question, String answer) {
    assertThat(judge(TALL + question, answer)).as(answer).isInstanceOf(Verdict.Flagged.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ann is heavier than Bo. Cy is lighter than Bo. Who is the lightest? | Cy | Bo",
        "A-1 is more expensive than B-2. C-3 is less expensive than B-2. Name the cheapest. | C-3 |"
            + " A-1",
        "Port Selwyn is bigger than Old Bay. Which is the smallest? | Old Bay | Port Selwyn",
        "Ann runs faster than Bo. Who is the slowest? | Bo | Ann",
        "Ann is better than Bo. Who is the worst? | Bo | Ann",
      })
  void opposites(String prompt, String right, String wrong) {
    assertThat(judge(prompt, right)).isInstanceOf(Verdict.Passed.class);
    assertThat(judge(prompt, wrong)).isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void whatIsOpenSupposedOrCircularIsLetBe() {
    String open = "Ann is taller than Bo. Cy is taller than Bo. Who is the tallest?";
    assertThat(judge(open, "Cy")).isInstanceOf(Verdict.Passed.class);
    String supposed = "If Ann is taller than Bo, who is the tallest?";
    assertThat(judge(supposed, "Bo")).isInstanceOf(Verdict.Passed.class);
    String circle = "Ann is taller than Bo. Bo is taller than Ann. Who is the tallest?";
    assertThat(judge(circle, "Bo")).isInstanceOf(Verdict.Passed.class);
    String other = "Ann is taller than Bo. Bo is older than Ann. Who is the tallest?";
    assertThat(judge(other, "Bo")).isInstanceOf(Verdict.Passed.class);
  }
}
