package glassbox.critics.score;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HallucinationSignalsTest {

  private static Map<String, Double> coverage(String context, String prompt, String answer) {
    Draft draft = new Draft(prompt, Optional.of(context), answer, List.of(), List.of());
    return HallucinationSignals.of(draft, List.of(), Map.of(), Optional.empty());
  }

  private static Map<String, Double> doubt(TokenMeasure... tokens) {
    return HallucinationSignals.of(Draft.of("q", "a"), List.of(tokens), Map.of(), Optional.empty());
  }

  @Test
  void readsTheModelsDoubt() {
    assertThat(
            doubt(
                new TokenMeasure("a", -1.0, 0.5, 0.1, null),
                new TokenMeasure("7", -3.0, 1.5, 0.3, 0.25)))
        .containsEntry("log_prob_mean", -2.0)
        .containsEntry("log_prob_min", -3.0)
        .containsEntry("entropy_mean", 1.0)
        .containsEntry("entropy_max", 1.5)
        .containsEntry("disagreement_mean", 0.2)
        .containsEntry("disagreement_max", 0.3)
        .containsEntry("delta_mean", 0.25)
        .containsEntry("number_log_prob_min", -3.0)
        .doesNotContainKeys("flagged_units", "coverage_words", "chi_collapse");
  }

  @Test
  void doubtsTheAnswersOwnFieldAndTheNumbersOfTheDraft() {
    assertThat(
            doubt(
                new TokenMeasure("well", -9.0, 4.0, null, null),
                new TokenMeasure("12", -5.0, 2.0, null, null),
                new TokenMeasure("[Answer]", -8.0, 1.0, null, null),
                new TokenMeasure("13", -1.0, 0.5, null, null)))
        .containsEntry("log_prob_min", -1.0)
        .containsEntry("entropy_max", 0.5)
        .containsEntry("number_log_prob_min", -5.0);
  }

  @Test
  void readsAnAnswerAgainstWhatLedToIt() {
    TokenMeasure mark = new TokenMeasure("[Answer]", -1.0, 0.5, null, null);
    TokenMeasure draft = new TokenMeasure("12*35 is 420 pens ", -1.0, 0.5, null, null);
    assertThat(doubt(draft, mark, new TokenMeasure(" 420 pens", -1.0, 0.5, null, null)))
        .containsEntry("derived_numbers", 1.0)
        .containsEntry("derived_words", 1.0);
    assertThat(doubt(draft, mark, new TokenMeasure(" 421 cups", -1.0, 0.5, null, null)))
        .containsEntry("derived_numbers", 0.0)
        .containsEntry("derived_words", 0.0);
    assertThat(doubt(draft)).doesNotContainKeys("derived_numbers", "derived_words");
  }

  @Test
  void leavesOutWhatTheServerWrote() {
    assertThat(
            doubt(
                new TokenMeasure("420", null, 9.0, 9.0, null),
                new TokenMeasure("pens", -1.0, 0.5, 0.1, null)))
        .containsEntry("log_prob_min", -1.0)
        .containsEntry("entropy_max", 0.5)
        .containsEntry("disagreement_max", 0.1)
        .doesNotContainKey("number_log_prob_min");
  }

  @Test
  void readsTheAnswersOwnFieldAgainstTheContext() {
    Draft draft =
        new Draft(
            "Where is Norvik?",
            Optional.of("Norvik is based in Ostmere."),
            "[Plan] Kalden perhaps[Answer] Ostmere",
            List.of(),
            List.of());
    List<TokenMeasure> tokens =
        List.of(
            new TokenMeasure("[Plan]", null, 0, null, null),
            new TokenMeasure(" Kalden perhaps", -1.0, 1, null, null),
            new TokenMeasure("[Answer]", null, 0, null, null),
            new TokenMeasure(" Ostmere", -1.0, 1, null, null));
    assertThat(HallucinationSignals.of(draft, tokens, Map.of(), Optional.empty()))
        .containsEntry("coverage_words", 1.0);
  }

  @Test
  void takesEachCriticByItself() {
    Finding finding = new Finding("wrong", 0, 1);
    Map<String, Verdict> verdicts =
        Map.of(
            "units", new Verdict.Flagged(1, List.of(finding)),
            "contradiction", new Verdict.Unavailable("too late"),
            "some later critic", new Verdict.Passed(1));
    assertThat(HallucinationSignals.of(Draft.of("q", "a"), List.of(), verdicts, Optional.empty()))
        .containsExactly(Map.entry("flagged_units", 1.0));
    assertThat(
            HallucinationSignals.of(
                Draft.of("q", "a"),
                List.of(),
                Map.of("contradiction", new Verdict.Passed(2)),
                Optional.empty()))
        .containsExactly(Map.entry("flagged_contradiction", 0.0));
  }

  @Test
  void findsAnAnswerInItsContext() {
    String context = "Norvik is based in Ostmere. Tallis makes 40 clocks.";
    assertThat(coverage(context, "Where is Norvik based?", "Norvik is based in Ostmere."))
        .containsEntry("coverage_words", 1.0)
        .containsEntry("coverage_sentence", 1.0)
        .containsEntry("coverage_names", 1.0)
        .containsEntry("coverage_added", 1.0)
        .containsEntry("coverage_together", 1.0)
        .doesNotContainKey("coverage_numbers");
    assertThat(coverage(context, "Where is Norvik based?", "Norvik is based in Kalden."))
        .containsEntry("coverage_added", 0.0)
        .containsEntry("coverage_names", 0.5);
    assertThat(coverage(context, "?", "Tallis makes 41 clocks."))
        .containsEntry("coverage_numbers", 0.0);
  }

  @Test
  void readsAShortAnswerTogetherWithItsQuestion() {
    String context = "Norvik is based in Ostmere. Tallis is based in Kalden.";
    Map<String, Double> right = coverage(context, "Where is Norvik based?", "Ostmere.");
    Map<String, Double> mixed = coverage(context, "Where is Norvik based?", "Kalden.");
    assertThat(right).containsEntry("coverage_together", 1.0).containsEntry("coverage_names", 1.0);
    assertThat(mixed.get("coverage_words")).isEqualTo(1.0);
    assertThat(mixed.get("coverage_together")).isLessThan(1);
    assertThat(mixed).containsEntry("coverage_names", 0.5);
  }

  @Test
  void seesWhatTheContextIsNotAbout() {
    assertThat(coverage("Tallis is based in Kalden.", "Where is Norvik based?", "Kalden."))
        .containsEntry("coverage_asked", 0.5)
        .containsEntry("coverage_names", 0.5);
  }

  @Test
  void seesWordsThatNoSentenceHoldsTogether() {
    Map<String, Double> mixed =
        coverage(
            "Norvik is based in Ostmere. Tallis is based in Kalden.", "?", "Norvik is in Kalden.");
    assertThat(mixed).containsEntry("coverage_words", 1.0).containsEntry("coverage_sentence", 0.5);
  }

  @Test
  void hasNoCoverageWithoutContext() {
    assertThat(coverage(" ", "?", "Norvik.")).doesNotContainKey("coverage_words");
    assertThat(coverage("Norvik.", "?", "?!")).doesNotContainKey("coverage_words");
  }
}
