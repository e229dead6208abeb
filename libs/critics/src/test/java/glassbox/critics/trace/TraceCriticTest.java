package glassbox.critics.trace;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Claim;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Fragment;
import glassbox.critics.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceCriticTest {
  private static final Fragment CALC = new Fragment("calc#1", "tool", "calculator", "69.6");
  private static final Fragment COPY = new Fragment("calc#2", "tool", "calculator", " 69.6 ");
  private static final Fragment ROW = new Fragment("row#1", "table_row", "sql", "total 69.6 EUR");
  private static final Fragment OTHER = new Fragment("row#2", "table_row", "sql", "total 70 EUR");
  private static final String ANSWER = "Total is 69.6 EUR.";

  private static Verdict judge(List<Fragment> fragments, Claim... claims) {
    return judge(2, fragments, claims);
  }

  private static Verdict judge(int needed, List<Fragment> fragments, Claim... claims) {
    return new TraceCritic(new TraceSettings(needed))
        .judge(new Draft("How much?", Optional.empty(), ANSWER, fragments, List.of(claims)));
  }

  private static Claim claim(String... supports) {
    return new Claim("claim#1", ANSWER, List.of(supports));
  }

  private static Verdict context(String prompt, String context, String answer) {
    return new TraceCritic(TraceSettings.DEFAULT)
        .judge(new Draft(prompt, Optional.of(context), answer, List.of(), List.of()));
  }

  @Test
  void twoIndependentFragmentsSupport() {
    assertThat(judge(List.of(CALC, ROW), claim("calc#1", "row#1")))
        .isEqualTo(new Verdict.Passed(1));
  }

  @Test
  void oneFragmentIsTooFewUnlessOneIsAskedFor() {
    assertThat(message(judge(List.of(CALC, ROW), claim("calc#1"))))
        .isEqualTo("claim claim#1: 1 independent fragments of 2");
    assertThat(judge(1, List.of(CALC), claim("calc#1"))).isEqualTo(new Verdict.Passed(1));
  }

  @Test
  void copiesAndRepetitionsAreNotIndependent() {
    assertThat(judge(List.of(CALC, COPY), claim("calc#1", "calc#2")))
        .isInstanceOf(Verdict.Flagged.class);
    assertThat(judge(List.of(CALC, ROW), claim("calc#1", "calc#1")))
        .isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void unknownIdsAreNamed() {
    assertThat(message(judge(List.of(CALC, ROW), claim("calc#1", "row#1", "forged#7"))))
        .contains("forged#7");
    assertThat(message(judge(List.of(), claim("calc#1", "row#1")))).contains("did not issue");
  }

  @Test
  void supportsMustStateTheNumber() {
    Fragment apart = new Fragment("calc#3", "tool", "calculator", "70");
    assertThat(message(judge(List.of(apart, OTHER), claim("calc#3", "row#2"))))
        .contains("no support states 69.6 EUR");
  }

  @Test
  void numbersThatNoClaimStatesNeedEvidenceToo() {
    Draft draft =
        new Draft(
            "How much?",
            Optional.empty(),
            ANSWER + " It weighs 12 kg.",
            List.of(CALC, ROW),
            List.of(claim("calc#1", "row#1")));
    Verdict verdict = new TraceCritic(TraceSettings.DEFAULT).judge(draft);
    assertThat(verdict)
        .isEqualTo(new Verdict.Flagged(2, List.of(new Finding("no evidence states this", 29, 34))));
  }

  @Test
  void withoutAnythingToTraceToItIsUnavailable() {
    assertThat(judge(List.of())).isInstanceOf(Verdict.Unavailable.class);
  }

  @Test
  void numbersOfTheContextSupportInAnyUnit() {
    assertThat(context("How far?", "The road is 3.2 km long.", "The road is 3200 m long."))
        .isEqualTo(new Verdict.Passed(1));
    assertThat(context("How far?", "The road is 3.2 km long.", "The road is 3300 m long."))
        .isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void numbersThatFollowFromSupportedOnesAreSupported() {
    assertThat(context("?", "12 boxes of 5 kg each.", "12 * 5 kg = 60 kg. So it is 60 kg."))
        .isEqualTo(new Verdict.Passed(4));
    assertThat(context("?", "12 boxes of 5 kg each.", "12 * 5 kg = 60 kg"))
        .isEqualTo(new Verdict.Passed(3));
    assertThat(context("?", "12 boxes of 5 kg each.", "12 * 6 kg = 72 kg"))
        .isInstanceOf(Verdict.Flagged.class);
    assertThat(context("?", "12 boxes of 5 kg each.", "12 * 5 kg = 61 kg"))
        .isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void labelsAndListMarksAreNoClaims() {
    assertThat(context("?", "Paris is the capital.", "1. Paris.\n2. See step 3."))
        .isEqualTo(new Verdict.Passed(0));
  }

  @Test
  void emptyClaimTextIsFoundNowhere() {
    Verdict verdict = judge(List.of(CALC, ROW), new Claim("c", "", List.of()));
    assertThat(verdict).isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void configurationChangesTheHash() {
    assertThat(new TraceCritic(new TraceSettings(1)).identity().configHash())
        .isNotEqualTo(new TraceCritic(new TraceSettings(2)).identity().configHash())
        .matches("[0-9a-f]{64}");
  }

  private static String message(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Flagged.class);
    return ((Verdict.Flagged) verdict).findings().getFirst().message();
  }
}
