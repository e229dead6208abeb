package glassbox.critic.score;

import glassbox.contracts.verdict.Score;
import glassbox.contracts.verdict.Score.Decision;
import glassbox.contracts.verdict.Score.FittedModel;
import glassbox.contracts.verdict.Score.SignalPart;
import glassbox.critic.score.FittedScores.Loaded;
import glassbox.critics.score.LogisticModel;
import glassbox.critics.score.Scored;

/** Scores in the form of the wire. */
final class WireScores {

  private WireScores() {}

  /**
   * A score that was given.
   *
   * @param fits whether it was fitted on the models that answered; only then is it a probability
   */
  static Score of(Loaded loaded, Scored scored, boolean fits) {
    LogisticModel model = loaded.fitted().model();
    return new Score(
        Score.COMBINED_LOGREG,
        scored.flagged() ? Decision.FLAGGED : Decision.PASSED,
        scored.score(),
        fits ? scored.probability() : null,
        model.threshold(),
        model.intercept(),
        new FittedModel(model.name(), model.version(), loaded.digest()),
        scored.contributions().stream()
            .map(
                part ->
                    new SignalPart(
                        part.signal(),
                        part.raw(),
                        part.zscore(),
                        part.weight(),
                        part.contribution()))
            .toList(),
        null);
  }
}
