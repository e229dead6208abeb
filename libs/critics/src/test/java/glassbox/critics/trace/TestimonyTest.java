package glassbox.critics.trace;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Claim;
import glassbox.critics.Draft;
import glassbox.critics.Fragment;
import glassbox.critics.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestimonyTest {

  private static Verdict judge(String prompt, String context, String calls, String claim) {
    List<Fragment> fragments =
        new ArrayList<>(List.of(new Fragment("g1", "given", "prompt", prompt)));
    List<String> supports = new ArrayList<>();
    for (String call : calls == null ? new String[0] : calls.split(" & ")) {
      String[] parts = call.split("=>");
      String[] input = parts[0].strip().split(" ", 2);
      String id = "t" + fragments.size();
      supports.add(id);
      fragments.add(Fragment.call(id, input[0], input[1], parts[1].strip()));
    }
    if (supports.isEmpty()) {
      supports.add("g1");
    }
    Optional<String> given = Optional.ofNullable(context).filter(text -> !text.isBlank());
    return new TraceCritic(new TraceSettings(1))
        .judge(
            new Draft(prompt, given, claim, fragments, List.of(new Claim("c", claim, supports))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Where is Ash? | | sql select t from c => Port Selwyn | Port Selwyn",
        "When is it? | It is on Monday at 5. | quote It is on Monday at 5. => found | Monday at 5",
        "Is this quote there: Bo sang. | Bo sang. | quote Bo sang. => found | found",
        "Is this quote there: Bo sang. | Cy sang. | quote Bo sang. => not found | not found",
        "Ann is taller than Bo. Who is tallest? | | | Ann",
        "Is 3*4=13 right? | | calculator 3*4 => 12 | wrong, 12",
        "Is 3*4=12 right? | | calculator 3*4 => 12 | right",
        "Which is more, the cats or the dogs? | | calculator 3*4 => 12 | the cats",
        "Profit of 654 and 295 million crowns? | | calculator 654-295 => 359 | 359 million crowns",
        "Dose of Zor per kg? | The dose is 9 mg per kg. | quote The dose is 9 mg per kg. => found |"
            + " 9 mg",
        "Write f. | | java int f(int x){return x*9;} f(2) => 18 | int f(int x){return x*9;}",
        "Why? | | sql select reason from r => too much rain | There was too much rain on the"
            + " field.",
      })
  void whatTheEvidenceSaysPasses(String prompt, String context, String calls, String claim) {
    assertThat(judge(prompt, context, calls, claim)).as(claim).isInstanceOf(Verdict.Passed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Where is Ash? | | sql select t from c => Port Selwyn | Port Marlow",
        "Where is Ash? | | sql select t from c => none | none",
        "Where is Ash? | | quote Ash is in Oxwell. => not found | not found",
        "Where is Ash? | | sql select t from => error: syntax | Oxwell",
        "What does Ash make? | | sql select p from c => glass | coughs",
        "When is it? | It is on Monday at 5. | quote It is on Monday at 5. => found | found",
        "When is it? | It is on Monday at 5. | quote It is on Monday at 5. => found | Tuesday",
        "When is it? | It is on Monday at 5. | quote It is on Monday at 5. => found | not for all",
        "What is 3*4? | | calculator 3*4 => 12 | from figures where",
        "What is the density? | It is 9 kg per l. | quote It is 9 kg per l. => found | 8 kg",
        "Write f. | | java int f(int x){return x*9;} f(2) => 18 | int f(int x){return x*8;}",
        "Ann is taller than Bo. Who is tallest? | | | Cy",
      })
  void whatItDoesNotSayIsFlagged(String prompt, String context, String calls, String claim) {
    assertThat(judge(prompt, context, calls, claim)).as(claim).isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void sentencesMayBeginWithAnyWord() {
    assertThat(
            judge(
                "Why is the harvest late?",
                "",
                "sql select reason from r => too much rain",
                "Clearly the harvest is late, since too much rain fell. Nothing else is to blame."))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(
            judge(
                "Why is the harvest late?",
                "",
                "sql select reason from r => too much rain",
                "Clearly the harvest is late, since too much rain fell on Oxwell this year."))
        .isInstanceOf(Verdict.Flagged.class);
  }
}
