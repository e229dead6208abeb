package glassbox.critic.score;

import glassbox.contracts.generation.ModelDigest;
import glassbox.contracts.verdict.CriticRequest;
import glassbox.contracts.verdict.Score;
import glassbox.contracts.verdict.Scores;
import glassbox.contracts.verdict.TokenSignal;
import glassbox.critic.score.FittedScores.Kind;
import glassbox.critic.score.FittedScores.Loaded;
import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import glassbox.critics.chi.Chi;
import glassbox.critics.score.FittedScore.Specialist;
import glassbox.critics.score.HallucinationSignals;
import glassbox.critics.score.SafetySignals;
import glassbox.critics.score.TextModel;
import glassbox.critics.score.TokenMeasure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Scores what was asked and answered. Never throws: a score that fails is unavailable. */
@Component
public final class Scorer {

  private static final Logger LOG = LoggerFactory.getLogger(Scorer.class);
  private static final String NO_MODEL = "no fitted model of this score is loaded";

  private final FittedScores fitted;

  Scorer(ScoreSettings settings) {
    this.fitted = FittedScores.load(settings.directory());
  }

  /**
   * The scores of an answer.
   *
   * @param draft as the critics saw it
   * @param verdicts by the critic's name
   * @param chi empty where it is unknown
   */
  public Scores score(
      CriticRequest request, Draft draft, Map<String, Verdict> verdicts, Optional<Chi> chi) {
    Score asked = guarded("safety-prompt", () -> prompt(request.prompt()));
    return new Scores(
        guarded("hallucination", () -> hallucination(request, draft, verdicts, chi)),
        new Scores.Safety(asked, guarded("safety-answer", () -> answer(request.answer(), asked))));
  }

  private Score hallucination(
      CriticRequest request, Draft draft, Map<String, Verdict> verdicts, Optional<Chi> chi) {
    if (draft.answer().isBlank()) {
      return Score.unavailable("the answer is empty");
    }
    List<TokenMeasure> tokens =
        request.signals().stream()
            .filter(signal -> signal.kind() != TokenSignal.Kind.REPLACED)
            .map(Scorer::measure)
            .toList();
    if (tokens.stream().allMatch(token -> token.logProb() == null)) {
      return Score.unavailable("no token of the answer was measured");
    }
    boolean grounded = draft.context().filter(context -> !context.isBlank()).isPresent();
    Kind kind = grounded ? Kind.HALLUCINATION_GROUNDED : Kind.HALLUCINATION_CLOSED;
    return fitted
        .find(kind)
        .map(
            model ->
                WireScores.of(
                    model,
                    model
                        .fitted()
                        .model()
                        .score(HallucinationSignals.of(draft, tokens, verdicts, chi)),
                    fits(model, request.specialists())))
        .orElseGet(() -> Score.unavailable(NO_MODEL));
  }

  private static TokenMeasure measure(TokenSignal signal) {
    return new TokenMeasure(
        signal.text(), signal.logProb(), signal.entropy(), signal.disagreement(), signal.delta());
  }

  private Score prompt(String prompt) {
    return fitted
        .find(Kind.SAFETY_PROMPT)
        .map(model -> text(model, SafetySignals.ofPrompt(prompt, reading(model))))
        .orElseGet(() -> Score.unavailable(NO_MODEL));
  }

  private Score answer(String answer, Score asked) {
    if (answer.isBlank()) {
      return Score.unavailable("the answer is empty");
    }
    return fitted
        .find(Kind.SAFETY_ANSWER)
        .map(model -> text(model, SafetySignals.ofAnswer(answer, reading(model), logit(asked))))
        .orElseGet(() -> Score.unavailable(NO_MODEL));
  }

  private static Score text(Loaded model, Map<String, Double> signals) {
    return WireScores.of(model, model.fitted().model().score(signals), true);
  }

  private static OptionalDouble logit(Score score) {
    Double intercept = score.intercept();
    return intercept == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            intercept
                + score.perSignal().stream().mapToDouble(Score.SignalPart::contribution).sum());
  }

  private static TextModel reading(Loaded model) {
    TextModel reading = model.fitted().reading();
    if (reading == null) {
      throw new IllegalStateException(model.fitted().model().name() + " reads no text");
    }
    return reading;
  }

  /** Whether the score was fitted on the specialists that answered. */
  private static boolean fits(Loaded model, @Nullable List<ModelDigest> specialists) {
    return specialists != null
        && model
            .fitted()
            .fittedOn()
            .equals(specialists.stream().map(s -> new Specialist(s.id(), s.digest())).toList());
  }

  private static Score guarded(String name, Supplier<Score> score) {
    try {
      return score.get();
    } catch (RuntimeException e) {
      LOG.error("the score {} failed", name, e);
      return Score.unavailable("the score failed");
    }
  }
}
