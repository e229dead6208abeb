package glassbox.inference.generation;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.inference.InferenceTest;
import glassbox.inference.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Requests that cannot be run, with the field that is wrong. */
class RefusalTest extends InferenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0     | 1     | 400 | invalid-request | decoding.temperature",
        "-1    | 1     | 400 | invalid-request | decoding.temperature",
        "'\"NaN\"' | 1 | 400 | invalid-request | decoding.temperature",
        "1e999 | 1     | 400 | invalid-request | decoding.temperature",
        "1     | 0     | 400 | invalid-request | decoding.top_p",
        "1     | 1.01  | 400 | invalid-request | decoding.top_p",
      })
  void namesTheDecodingFieldThatIsWrong(
      String temperature, String topP, int status, String type, String field) {
    JsonNode problem =
        problem(
            client()
                .post(
                    "/v1/generations",
                    Requests.generation(
                        "demo", "\"prompt\": \"hi\"", Requests.sampling(temperature, topP))),
            status,
            type);
    assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
  }

  @Test
  void bareNanIsNotJson() {
    problem(
        client()
            .post(
                "/v1/generations",
                Requests.generation("demo", "\"prompt\": \"hi\"", Requests.sampling("NaN", "1"))),
        400,
        "malformed-json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"prompt\": \"\"                                               | prompt",
        "\"prompt\": \"hi\", \"answer\": \"\"                             | answer",
        "\"prompt\": \"hi\", \"combiner\": {\"kind\": \"mixture\", \"weights\": [1]} |"
            + " combiner.weights",
        "\"prompt\": \"hi\", \"combiner\": {\"kind\": \"mixture\", \"weights\": [1, -1, 1]} |"
            + " combiner.weights",
        "\"prompt\": \"hi\", \"combiner\": {\"kind\": \"product\", \"weights\": [1e308, 1e308, 1]}"
            + " | combiner.weights",
        "\"prompt\": \"hi\", \"combiner\": {\"kind\": \"gated\", \"main\": \"nobody\"} |"
            + " combiner.main",
      })
  void namesTheFieldThatIsWrong(String texts, String field) {
    JsonNode problem =
        problem(
            client()
                .post(
                    "/v1/generations",
                    Requests.generation("demo", texts, Requests.sampling("1", "1"))),
            400,
            "invalid-request");
    assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({"nowhere", "../models", "/etc/passwd", "''"})
  void unknownAliasesAreNotFound(String alias) {
    problem(
        client()
            .post(
                "/v1/generations",
                Requests.generation(alias, "\"prompt\": \"hi\"", Requests.sampling("1", "1"))),
        404,
        "unknown-federation");
  }

  @Test
  void promptsOfAMegabyteAreTooLarge() {
    problem(
        client().post("/v1/generations", Requests.generation("a".repeat(1 << 20))),
        413,
        "request-too-large");
  }

  @Test
  void promptsThatOverflowTheWindowAreToldTheLimit() {
    JsonNode problem =
        problem(
            client().post("/v1/generations", Requests.generation("a".repeat(80))),
            422,
            "context-overflow");
    assertThat(problem.path("prompt_tokens").asInt())
        .isGreaterThan(problem.path("limit_tokens").asInt());
  }
}
