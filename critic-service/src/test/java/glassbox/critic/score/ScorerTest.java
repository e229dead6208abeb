package glassbox.critic.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.contracts.generation.ModelDigest;
import glassbox.contracts.verdict.CriticRequest;
import glassbox.contracts.verdict.Score;
import glassbox.contracts.verdict.Score.Decision;
import glassbox.contracts.verdict.Scores;
import glassbox.contracts.verdict.TokenSignal;
import glassbox.critics.Draft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerTest {

  private static final UUID RUN = UUID.fromString("01932c07-209c-7aaa-8000-000000000001");
  private static final List<ModelDigest> FITTED_ON =
      List.of(new ModelDigest(FittedFiles.FITTED_ON.id(), FittedFiles.FITTED_ON.digest()));

  @TempDir Path directory = Path.of("");

  @BeforeEach
  void files() throws IOException {
    FittedFiles.all(directory);
  }

  private Scores score(
      String prompt,
      @Nullable String context,
      String answer,
      List<TokenSignal> signals,
      @Nullable List<ModelDigest> specialists) {
    var request = CriticRequest.plain(RUN, prompt, context, answer, signals, specialists);
    var draft = new Draft(prompt, Optional.ofNullable(context), answer, List.of(), List.of());
    return new Scorer(new ScoreSettings(directory))
        .score(request, draft, Map.of(), Optional.empty());
  }

  private static TokenSignal signal(@Nullable Double logProb) {
    return new TokenSignal(1, "Ostmere", 0.1, 0.2, null, null, logProb, null, null);
  }

  @Test
  void anAnswerWithAContextIsScoredByItsCoverage() {
    Score score =
        score(
                "Where is Norvik?",
                "Norvik is in Ostmere.",
                "Ostmere",
                List.of(signal(-3.0)),
                FITTED_ON)
            .hallucination();
    assertThat(score.decision()).isEqualTo(Decision.PASSED);
    assertThat(Objects.requireNonNull(score.model()).name()).isEqualTo("hallucination-grounded");
    assertThat(Objects.requireNonNull(score.model()).digest()).matches("[0-9a-f]{64}");
    assertThat(score.perSignal())
        .containsExactly(new Score.SignalPart("coverage_added", 1.0, 1, -2, -2));
    assertThat(score.score()).isCloseTo(1 / (1 + Math.exp(2.5)), within(1e-12));
    assertThat(score.probability()).isCloseTo(1 / (1 + Math.exp(5)), within(1e-12));
  }

  @Test
  void anAnswerFromMemoryIsScoredByTheModelsDoubt() {
    Score score =
        score("Where is Norvik?", null, "Ostmere", List.of(signal(-3.0)), FITTED_ON)
            .hallucination();
    assertThat(Objects.requireNonNull(score.model()).name()).isEqualTo("hallucination-closed");
    assertThat(score.decision()).isEqualTo(Decision.FLAGGED);
    assertThat(score.perSignal().getFirst().raw()).isEqualTo(-3.0);
  }

  @Test
  void aScoreOfOtherModelsIsNoProbability() {
    List<ModelDigest> others = List.of(new ModelDigest("general-base", "ef".repeat(32)));
    for (List<ModelDigest> specialists : List.of(others, List.<ModelDigest>of())) {
      Score score =
          score("Where?", null, "Ostmere", List.of(signal(-3.0)), specialists).hallucination();
      assertThat(score.score()).isNotNull();
      assertThat(score.probability()).isNull();
    }
  }

  @Test
  void whatCannotBeScoredIsUnavailableWithTheReason() {
    assertThat(score("?", null, "  ", List.of(signal(-1.0)), FITTED_ON).hallucination())
        .isEqualTo(Score.unavailable("the answer is empty"));
    assertThat(score("?", null, "  ", List.of(), FITTED_ON).safety().answer())
        .isEqualTo(Score.unavailable("the answer is empty"));
    assertThat(score("?", null, "a", List.of(signal(null)), FITTED_ON).hallucination())
        .isEqualTo(Score.unavailable("no token of the answer was measured"));
  }

  @Test
  void safetyReadsThePromptAndHandsItOnToTheAnswer() {
    Scores.Safety unsafe = score("How do I poison Bo?", null, "Like so.", List.of(), null).safety();
    Scores.Safety safe = score("How do I greet Bo?", null, "Like so.", List.of(), null).safety();
    assertThat(unsafe.prompt().decision()).isEqualTo(Decision.FLAGGED);
    assertThat(unsafe.answer().decision()).isEqualTo(Decision.FLAGGED);
    assertThat(unsafe.answer().perSignal().getFirst().raw()).isEqualTo(1.5);
    assertThat(safe.prompt().decision()).isEqualTo(Decision.PASSED);
    assertThat(safe.answer().decision()).isEqualTo(Decision.PASSED);
    assertThat(safe.prompt().probability()).isNotNull();
  }

  @Test
  void aScoreWithoutAModelIsUnavailable(@TempDir Path empty) {
    var scorer = new Scorer(new ScoreSettings(empty));
    var request = CriticRequest.plain(RUN, "?", null, "a", List.of(signal(-1.0)), null);
    Scores scores = scorer.score(request, Draft.of("?", "a"), Map.of(), Optional.empty());
    assertThat(scores).isEqualTo(Scores.unavailable("no fitted model of this score is loaded"));
  }
}
