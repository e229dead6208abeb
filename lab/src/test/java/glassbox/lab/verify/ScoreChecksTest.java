package glassbox.lab.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.critics.score.Calibration;
import glassbox.critics.score.LogisticModel;
import glassbox.critics.score.Scored;
import glassbox.critics.score.SignalWeight;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The second writing of the scores' arithmetic against the first. */
class ScoreChecksTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static ObjectNode report() {
    var model =
        new LogisticModel(
            "hallucination-closed",
            "1",
            -0.3,
            0.5,
            Calibration.NONE,
            List.of(
                new SignalWeight("log_prob_min", -2, 1.5, -0.7),
                new SignalWeight("delta_mean", 0.1, 0.02, 0.4)));
    Scored scored = model.score(Map.of("log_prob_min", -5.25));
    ObjectNode score = JSON.createObjectNode();
    score.put("decision", scored.flagged() ? "flagged" : "passed");
    score.put("score", scored.score());
    score.put("threshold", 0.5);
    score.put("intercept", -0.3);
    var signals = score.putArray("per_signal");
    scored
        .contributions()
        .forEach(
            part -> {
              ObjectNode node = signals.addObject().put("signal", part.signal());
              if (part.raw() != null) {
                node.put("raw", part.raw());
              }
              node.put("zscore", part.zscore()).put("weight", part.weight());
              node.put("contribution", part.contribution());
            });
    ObjectNode none = JSON.createObjectNode().put("decision", "unavailable").put("reason", "why");
    none.putArray("per_signal");
    ObjectNode report = JSON.createObjectNode();
    ObjectNode scores = report.putObject("scores");
    scores.set("hallucination", score);
    scores.putObject("safety").set("prompt", none);
    ((ObjectNode) scores.path("safety")).set("answer", none.deepCopy());
    return report;
  }

  private static ObjectNode at(ObjectNode report, String pointer) {
    return (ObjectNode) report.at(pointer);
  }

  @Test
  void agreesWithTheCritics() {
    assertThat(ScoreChecks.wrong(report())).isEmpty();
  }

  @Test
  void aReportOfBeforeThereWereScoresHolds() {
    assertThat(ScoreChecks.wrong(JSON.createObjectNode())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/scores/hallucination, score, 0.9",
    "/scores/hallucination, intercept, 0.3",
    "/scores/hallucination, threshold, 0.99",
    "/scores/hallucination/per_signal/0, contribution, 1.6",
    "/scores/hallucination/per_signal/0, weight, 0.7",
    "/scores/hallucination/per_signal/1, zscore, 1.0",
    "/scores/safety/answer, score, 0.1"
  })
  void findsWhatDoesNotFollow(String pointer, String name, double value) {
    ObjectNode report = report();
    at(report, pointer).put(name, value);
    assertThat(ScoreChecks.wrong(report)).isNotEmpty();
  }

  @Test
  void findsAnotherDecision() {
    ObjectNode report = report();
    at(report, "/scores/hallucination").put("decision", "passed");
    assertThat(ScoreChecks.wrong(report)).hasSize(1);
  }

  @Test
  void refusesScoresThatLackTheirParts() {
    ObjectNode report = report();
    at(report, "/scores/hallucination").remove("per_signal");
    assertThatThrownBy(() -> ScoreChecks.wrong(report)).isInstanceOf(Envelope.Unreadable.class);
  }
}
