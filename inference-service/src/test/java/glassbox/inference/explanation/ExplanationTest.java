package glassbox.inference.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.inference.InferenceTest;
import glassbox.inference.Requests;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Explanations and what they cost. */
class ExplanationTest extends InferenceTest {
  @Test
  void explainsByOcclusion() {
    JsonNode explanation = ok(client().post("/v1/explanations", Requests.explanation("")));
    assertThat(explanation.path("tier").asString()).isEqualTo("gradient");
    StringBuilder context = new StringBuilder();
    StringBuilder prompt = new StringBuilder();
    for (JsonNode unit : explanation.path("units")) {
      boolean inContext = unit.path("segment").asString().equals("context");
      StringBuilder segment = inContext ? context : prompt;
      assertThat(unit.path("start").asInt()).isEqualTo(segment.length());
      segment.append(unit.path("text").asString());
      assertThat(unit.path("end").asInt()).isEqualTo(segment.length());
    }
    assertThat(context).hasToString("it is a cat");
    assertThat(prompt).hasToString("what?");
    assertThat(explanation.at("/cost/forwards").asInt())
        .isGreaterThan(explanation.path("units").size());
    assertThat(ok(client().post("/v1/explanations", Requests.explanation(""))))
        .isEqualTo(explanation);
  }

  @Test
  void explainsByWordsWhereTokensWouldPassTheBudget() {
    JsonNode explanation =
        ok(client().post("/v1/explanations", Requests.explanation(", \"budget\": 4000")));
    assertThat(explanation.path("method").asString()).contains("each word");
    assertThat(explanation.path("units").valueStream().map(u -> u.path("text").asString()))
        .containsExactly("it", " is", " a", " cat", "what?");
    assertThat(explanation.at("/cost/tokens").asLong()).isLessThan(4000);
  }

  @Test
  void explanationsOverBudgetAreRefusedWithTheEstimate() {
    JsonNode problem =
        problem(
            client().post("/v1/explanations", Requests.explanation(", \"budget\": 10")),
            422,
            "explanation-over-budget");
    assertThat(problem.path("estimated_tokens").asLong()).isGreaterThan(10);
    assertThat(problem.path("budget").asLong()).isEqualTo(10);
  }

  @Test
  void estimatesBoundWhatAnExplanationSpends() {
    JsonNode before = ok(client().post("/v1/explanations/estimate", Requests.estimate(8, 100_000)));
    JsonNode spent = ok(client().post("/v1/explanations", Requests.explanation(""))).path("cost");

    assertThat(spent.path("tokens").asLong())
        .isLessThanOrEqualTo(before.at("/most/tokens").asLong());
    assertThat(before.at("/least/tokens").asLong())
        .isPositive()
        .isLessThan(before.at("/most/tokens").asLong());
    assertThat(before.path("budget").asLong()).isEqualTo(100_000);
  }

  @Test
  void budgetsThatSufficeForNoAnswerAreRefusedBeforeThereIsOne() {
    long least =
        ok(client().post("/v1/explanations/estimate", Requests.estimate(8, 100_000)))
            .at("/least/tokens")
            .asLong();

    ok(client().post("/v1/explanations/estimate", Requests.estimate(8, least)));
    JsonNode problem =
        problem(
            client().post("/v1/explanations/estimate", Requests.estimate(8, least - 1)),
            422,
            "explanation-over-budget");
    assertThat(problem.path("estimated_tokens").asLong()).isEqualTo(least);
    assertThat(problem.path("budget").asLong()).isEqualTo(least - 1);
  }
}
