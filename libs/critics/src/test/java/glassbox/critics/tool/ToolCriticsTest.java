package glassbox.critics.tool;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Claim;
import glassbox.critics.Draft;
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

class ToolCriticsTest {

  private static Verdict args(String tool, String input) {
    return new ArgsCritic()
        .judge(Draft.of(input, "x").withFragments(List.of(Fragment.call("t1", tool, input, "1"))));
  }

  private static Draft claiming(String answer, Claim... claims) {
    return new Draft("", Optional.empty(), answer, List.of(), List.of(claims));
  }

  private static Verdict agree(String... calls) {
    List<Fragment> fragments =
        java.util.stream.IntStream.range(0, calls.length)
            .mapToObj(
                i -> {
                  String[] parts = calls[i].split("=>");
                  int blank = parts[0].strip().indexOf(' ');
                  return Fragment.call(
                      "t" + (i + 1),
                      parts[0].strip().substring(0, blank),
                      parts[0].strip().substring(blank + 1),
                      parts[1].strip());
                })
            .toList();
    return new CrossToolCritic().judge(Draft.of("", "x").withFragments(fragments));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "calculator | 12*35",
        "calculator | min(12*3,40)",
        "calculator | (3+4)/2",
        "convert | 3 kg g",
        "convert | 3.5 km to m",
        "convert | 72 km/h m/s",
        "convert | 5 rod bale",
        "sql | SELECT revenue FROM companies WHERE name = 'Drop Table'",
        "sql | select count(*) from sites",
        "route | Arlen Bosk",
        "java | int f(int x){return x+1;} f(3)",
        "quote | anything at all",
      })
  void validArgumentsPass(String tool, String input) {
    assertThat(args(tool, input)).as(input).isEqualTo(new Verdict.Passed(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "calculator | ''",
        "calculator | 12*(3",
        "calculator | 12*",
        "calculator | abc",
        "calculator | 1; rm -rf $HOME",
        "convert | 3 kg m",
        "convert | kg g",
        "sql | DELETE FROM companies",
        "sql | SELECT 1; DROP TABLE sites",
        "sql | SELECT 1 -- x",
        "sql | WITH x AS (DELETE FROM a RETURNING 1) SELECT 1",
        "sql | SELECT count((1) FROM sites",
        "route | Arlen",
        "route | Arlen Arlen",
        "java | int f(int x){return x+1;}",
        "java | f(3)",
        "oracle | what is true",
      })
  void invalidArgumentsAreFlagged(String tool, String input) {
    assertThat(args(tool, input == null ? "" : input))
        .as(input)
        .isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void withoutCallsAndClaimsThereIsNothingToJudge() {
    assertThat(new ArgsCritic().judge(Draft.of("", "x"))).isInstanceOf(Verdict.Unavailable.class);
    assertThat(new CrossToolCritic().judge(Draft.of("", "x")))
        .isInstanceOf(Verdict.Unavailable.class);
  }

  @Test
  void claimsNeedSupportOnceEach() {
    Draft draft =
        claiming(
            "a b",
            new Claim("1", "a", List.of("t1")),
            new Claim("2", "b", List.of()),
            new Claim("3", "a", List.of("t1")),
            new Claim("4", " ", List.of("t1")));
    Verdict.Flagged flagged = (Verdict.Flagged) new ArgsCritic().judge(draft);
    assertThat(flagged.checks()).isEqualTo(4);
    assertThat(flagged.findings()).hasSize(3);
  }

  @Test
  void beforeTheAnswerStandsItsClaimNeedsNoWords() {
    String text = "[Trace] t1 [Answer] ";
    List<Stretch> checked =
        List.of(
            new Stretch(Field.TRACE, Role.MARKER, 0, 7),
            new Stretch(Field.TRACE, Role.TEXT, 7, 11));
    Claim supported = new Claim("1", "", List.of("t1"));
    Claim unsupported = new Claim("1", "", List.of());
    assertThat(new ArgsCritic().judge(claiming(text, supported).withStretches(checked)))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(new ArgsCritic().judge(claiming(text, unsupported).withStretches(checked)))
        .isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void callsThatWereNotMadeAreFlagged() {
    String answer = "calculator 2*3";
    Draft draft =
        Draft.of("What is 2 times 3?", answer)
            .withStretches(List.of(new Stretch(Field.COMPUTE, Role.CALL, 0, answer.length())));
    assertThat(new ArgsCritic().judge(draft)).isInstanceOf(Verdict.Flagged.class);
    Draft made = draft.withFragments(List.of(Fragment.call("t1", "calculator", "2*3", "6")));
    assertThat(new ArgsCritic().judge(made)).isEqualTo(new Verdict.Passed(2));
  }

  @Test
  void agreeingToolsPass() {
    assertThat(agree("calculator 12*35 => 420", "convert 3 kg g => 3000 g"))
        .isEqualTo(new Verdict.Passed(2));
    assertThat(agree("convert 31 km m => 31000 m", "convert 4664 min s => 279840 s"))
        .isEqualTo(new Verdict.Passed(2));
    assertThat(agree("calculator min(3,4) => 3")).isEqualTo(new Verdict.Passed(1));
    assertThat(agree("sql SELECT a => 5 EUR", "sql SELECT b => 7 EUR"))
        .isEqualTo(new Verdict.Passed(3));
    assertThat(agree("route Arlen Bosk => Arlen Bosk 12 km", "simulate Bosk Arlen => 12 km"))
        .isEqualTo(new Verdict.Passed(2));
  }

  @Test
  void disagreeingToolsAreFlagged() {
    assertThat(agree("calculator 12*35 => 421")).isInstanceOf(Verdict.Flagged.class);
    assertThat(agree("convert 3 kg g => 300 g")).isInstanceOf(Verdict.Flagged.class);
    assertThat(agree("sql SELECT a => 5", "sql SELECT  a => 6"))
        .isInstanceOf(Verdict.Flagged.class);
    assertThat(agree("sql SELECT a => 5 EUR", "sql SELECT b => 7 USD"))
        .isInstanceOf(Verdict.Flagged.class);
    assertThat(agree("route Arlen Bosk => Arlen Bosk 12 km", "simulate Arlen Bosk => 13 km"))
        .isInstanceOf(Verdict.Flagged.class);
  }
}
