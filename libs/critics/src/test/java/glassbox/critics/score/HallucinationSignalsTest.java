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
    return HallucinationSignals.of(draft, List.of(), List.of(), Optional.empty());
  }

  @Test
  void readsTheModelsDoubt() {
    Map<String, Double> signals =
        HallucinationSignals.of(
            Draft.of("q", "a"),
            List.of(new TokenMeasure(-1, 0.5, 0.1, null), new TokenMeasure(-3, 1.5, 0.3, 0.25)),
            List.of(),
            Optional.empty());
    assertThat(signals)
        .containsEntry("log_prob_mean", -2.0)
        .containsEntry("log_prob_min", -3.0)
        .containsEntry("entropy_mean", 1.0)
        .containsEntry("entropy_max", 1.5)
        .containsEntry("disagreement_mean", 0.2)
        .containsEntry("disagreement_max", 0.3)
        .containsEntry("delta_mean", 0.25)
        .doesNotContainKeys("flagged", "coverage_words", "chi_collapse");
  }

  @Test
  void countsCriticsThatCouldJudge() {
    Finding finding = new Finding("wrong", 0, 1);
    Map<String, Double> signals =
        HallucinationSignals.of(
            Draft.of("q", "a"),
            List.of(),
            List.of(
                new Verdict.Passed(1),
                new Verdict.Flagged(1, List.of(finding)),
                new Verdict.Unavailable("no trace")),
            Optional.empty());
    assertThat(signals).containsEntry("flagged", 0.5);
  }

  @Test
  void findsAnAnswerInItsContext() {
    String context = "Norvik is based in Ostmere. Tallis makes 40 clocks.";
    assertThat(coverage(context, "Where is Norvik based?", "Norvik is based in Ostmere."))
        .containsEntry("coverage_words", 1.0)
        .containsEntry("coverage_sentence", 1.0)
        .doesNotContainKey("coverage_numbers");
    assertThat(coverage(context, "Where?", "Norvik is based in Kalden.").get("coverage_words"))
        .isLessThan(0.7);
    assertThat(coverage(context, "?", "Tallis makes 41 clocks."))
        .containsEntry("coverage_numbers", 0.0);
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
  }
}
