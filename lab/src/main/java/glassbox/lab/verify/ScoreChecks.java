package glassbox.lab.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Recomputes the scores of a critics' report from their recorded parts, by docs/scores.md. */
final class ScoreChecks {
  private static final double TOLERANCE = 1e-9;
  private static final int MOST_SIGNALS = 1_000;

  private final List<Finding> wrong = new ArrayList<>();

  private ScoreChecks() {}

  /** What does not follow from what is recorded; nothing where there are no scores. */
  static List<Finding> wrong(JsonNode report) {
    ScoreChecks checks = new ScoreChecks();
    JsonNode scores = report.path("scores");
    if (!scores.isMissingNode()) {
      checks.score("hallucination", scores.path("hallucination"));
      checks.score("safety of the prompt", scores.path("safety").path("prompt"));
      checks.score("safety of the answer", scores.path("safety").path("answer"));
    }
    return checks.wrong;
  }

  private void score(String name, JsonNode score) {
    String decision = Envelope.text(score, "decision");
    JsonNode signals = Envelope.array(score, "per_signal");
    if (signals.size() > MOST_SIGNALS) {
      throw new Envelope.Unreadable("more than " + MOST_SIGNALS + " signals of a score");
    }
    if (decision.equals("unavailable")) {
      if (score.path("score").isNumber() || !score.path("reason").isString()) {
        wrong.add(Finding.of("%s is unavailable, but has a score or no reason", name));
      }
      return;
    }
    double logit = Envelope.number(score, "intercept");
    for (JsonNode signal : signals) {
      logit += contribution(name, signal);
    }
    double recorded = Envelope.number(score, "score");
    double follows = 1 / (1 + Math.exp(-logit));
    if (!(Math.abs(recorded - follows) <= TOLERANCE)) {
      wrong.add(Finding.of("%s is %s, its parts give %s", name, number(recorded), number(follows)));
    }
    double threshold = Envelope.number(score, "threshold");
    if (!decision.equals(recorded >= threshold ? "flagged" : "passed")) {
      wrong.add(
          Finding.of(
              "%s is %s with %s of %s", name, decision, number(recorded), number(threshold)));
    }
  }

  private double contribution(String name, JsonNode signal) {
    double zscore = Envelope.number(signal, "zscore");
    double weight = Envelope.number(signal, "weight");
    double contribution = Envelope.number(signal, "contribution");
    double follows = zscore * weight;
    boolean unmeasured = !signal.path("raw").isNumber() && zscore != 0;
    if (unmeasured || !(Math.abs(contribution - follows) <= TOLERANCE * scale(follows))) {
      wrong.add(
          Finding.of(
              "%s: the part of %s does not follow from what was measured",
              name, Envelope.text(signal, "signal")));
    }
    return contribution;
  }

  private static double scale(double value) {
    return Math.max(1, Math.abs(value));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
