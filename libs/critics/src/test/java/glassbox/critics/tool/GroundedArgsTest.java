package glassbox.critics.tool;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Claim;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Fragment;
import glassbox.critics.Verdict;
import glassbox.critics.field.Field;
import glassbox.critics.field.Role;
import glassbox.critics.field.Stretch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundedArgsTest {

  private static Verdict judge(String prompt, String context, String calls) {
    Optional<String> given = Optional.ofNullable(context).filter(text -> !text.isBlank());
    return new ArgsCritic().judge(new Draft(prompt, given, "", Calls.of(calls), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Add 4 and 9. | | calculator 4+9 => 13",
        "What are -5 and 3 together? | | calculator −5+3 => -2",
        "Split 1,250.50 by four. | | calculator 1250.5/4 => 312.625",
        "Add up 12 345 and 5. | | calculator 12345+5 => 12350",
        "What is the mean of 4, 8 and 9? | | calculator (4+8+9)/3 => 7",
        "How many seconds have 3 hours? | | calculator 3*60*60 => 10800",
        "How many seconds has a day? | | calculator 24*60*60 => 86400",
        "5 mg every 6 hours: how much a day? | | calculator 5*24/6 => 20",
        "A price of 80 rises by 5%. What is it? | | calculator 80*1.05 => 84",
        "Half of 90? | | calculator 90/2 => 45",
        "Take twenty-five away from 100. | | calculator 100-25 => 75",
        "The weight? | It has 12 crates of 30 kg. | calculator 12*30 => 360",
        "Hours to it from 9? | | sql select h from n => Monday at 14 & calculator 14-9 => 5",
        "How many g are 3 kilograms? | | convert 3 kg g => 3000 g",
        "What is 3 kg and 250 g in grams? | | convert 3 kg g => 3000 g & calculator 3000+250 =>"
            + " 3250",
        "How many metres are 5 rods? | | convert 5 rod m => 20 m",
        "What is 72 kilometres per hour in m/s? | | convert 72 km/h m/s => 20 m/s",
        "Revenue of Ash in Q2 2031? | | sql select r from f where c='Ash' and q=2 and y=2031 => 7",
        "Revenue in the second quarter? | | sql select r from f where q=2 and y=2031 => 7",
        "When is my eye test? | | sql select note from n where item='eye test' and about='date' =>"
            + " x",
        "Which firms begin with Ash? | | sql select name from f where name like 'Ash%' limit 10 =>"
            + " Ash",
        "How do I get from Arlen to Bosk? | | route Arlen Bosk => Arlen Bosk 12 km",
        "From Arlen to Bosk? | Cid lies behind Bosk. | route Arlen Bosk => 1 km & route Bosk to Cid"
            + " => 2 km",
        "Write f that multiplies by 3. | | java int f(int x){return x*3;} f(7) => 21",
        "Run int f(int x){return x*3;} with 8. | | java int f(int x){return x*3;} f(8) => 24",
        "Write f that sorts 3 numbers. | | java int f(int x){int y=9; return y;} f(7) => 9",
        "Is this quote there: The sky is blue. | x | quote The sky is blue. => not found",
        "Who sang? | Bo sang. Cy slept. | quote Bo sang. => found",
      })
  void argumentsWithASourcePass(String prompt, String context, String calls) {
    assertThat(judge(prompt, context, calls)).as(calls).isInstanceOf(Verdict.Passed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Add 4 and 9. | | calculator 4+8 => 12",
        "Add 4 and 9. | | calculator 10+10 => 20",
        "Add 14 and 9. | | calculator 4+9 => 13",
        "Add 4, 9 and 7. | | calculator 4+9 => 13",
        "Work out 7*24+2. | | calculator 24*24+24 => 600",
        "What is the mean of 4, 8 and 9? | | calculator (4+8+9)/2 => 10.5",
        "What do 3 boxes of 24 hold? | | calculator 3*7 => 21",
        "71 bags of 14? | | calculator 71*14 => 994 & calculator 14*14 => 196",
        "Hours to it from 9? | | sql select h from n => Monday at 14 & calculator 17-9 => 8",
        "How many g are 3 kg? | | convert 5 kg g => 5000 g",
        "How many g are 3 kg? | | convert 3 t g => 3000000 g",
        "How many g are 3 kg? | | convert 3 kg mg => 3000000 mg",
        "What is 3 kg and 250 g in g? | | convert 250 kg g => 250000 g",
        "Revenue of Ash in Q2 2031? | | sql select r from f where c='Elm' and q=2 and y=2031 => 7",
        "Revenue of Ash in Q2 2031? | | sql select r from f where c='Ash' and q=3 and y=2031 => 7",
        "Revenue of Ash in Q2 2031? | | sql select r from f where c='Ash' and q=2 and y=2030 => 7",
        "When is my eye test? | | sql select note from n where item='eye test' and about='place' =>"
            + " x",
        "How do I get from Arlen to Bosk? | | route Arlen Cid => Arlen Cid 12 km",
        "How do I get from Arlen to Bosk? | | route Bosk Arlen => Bosk Arlen 12 km",
        "Write f that multiplies by 3. | | java int f(int x){return x*4;} f(7) => 28",
        "Run int f(int x){return x*3;} with 8. | | java int f(int x){return x*3;} f(9) => 27",
        "Is this quote there: Two may sit. | Three may sit. | quote Three may sit. => found",
        "Who sang? | Bo sang. Cy slept. | quote Bo shouted. => not found",
        "When did Bo sing? | Bo sang at 5. Bo did sing at 7. | quote Bo sang at 5. => found",
      })
  void argumentsWithoutASourceAreFlagged(String prompt, String context, String calls) {
    assertThat(judge(prompt, context, calls)).as(calls).isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void outputsOfFailedCallsAreNoSource() {
    assertThat(judge("Add 4 and 9.", "", "calculator 4+(9 => error: 17 & calculator 4+17 => 21"))
        .isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void callsThatARepairReplacedAreNotJudged() {
    String text = "calculator 4+93+9=>13 t2";
    Draft draft =
        Draft.of("Add 4 and 9.", text)
            .withFragments(
                List.of(
                    Fragment.call("t1", "calculator", "4+93", "97"),
                    Fragment.call("t2", "calculator", "4+9", "13")))
            .withStretches(List.of(new Stretch(Field.COMPUTE, Role.RESULT, 17, text.length())));
    assertThat(draft.standing()).extracting(Fragment::id).containsExactly("t2");
    assertThat(new ArgsCritic().judge(draft)).isInstanceOf(Verdict.Passed.class);
    assertThat(new ArgsCritic().judge(draft.withStretches(List.of())))
        .isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void whatTheQuestionStatesBehindAnEqualsSignNeedsNoUse() {
    assertThat(judge("Is 80*9=721 right?", "", "calculator 80*9 => 720"))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void findingsStandWhereTheCallWasWritten() {
    String text = "so calculator 4+8";
    Draft draft =
        new Draft(
                "Add 4 and 9.",
                Optional.empty(),
                text,
                List.of(Fragment.call("t1", "calculator", "4+8", "12")),
                List.of(new Claim("c1", "12", List.of("t1"))))
            .withStretches(List.of(new Stretch(Field.COMPUTE, Role.CALL, 3, text.length())));
    Verdict verdict = new ArgsCritic().judge(draft);
    assertThat(((Verdict.Flagged) verdict).findings())
        .containsExactly(new Finding("calculator t1: 8 stands nowhere before", 3, text.length()));
  }
}
