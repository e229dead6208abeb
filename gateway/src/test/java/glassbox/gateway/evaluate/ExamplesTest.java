package glassbox.gateway.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.shell.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the document and docs/api.md show is what the code takes and gives. */
class ExamplesTest {
  private static final JsonMapper JSON = StrictJson.mapper();

  private static void roundTrips(String response) {
    EvaluateResponse read = JSON.readValue(response, EvaluateResponse.class);

    assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(JSON.readTree(response));
  }

  @Test
  void theAnswerInTheDocumentHasExactlyTheFieldsOfTheCode() {
    roundTrips(Examples.ANSWERED);
  }

  @Test
  void theAnswersInTheGuideHaveExactlyTheFieldsOfTheCode() throws IOException {
    List<String> answers = blocks("json");

    assertThat(answers).isNotEmpty();
    answers.forEach(ExamplesTest::roundTrips);
  }

  @Test
  void theRequestsInTheGuideAreRequests() throws IOException {
    List<String> requests =
        blocks("bash").stream()
            .flatMap(
                block ->
                    Pattern.compile("/glad/evaluate[^{]*-d '(\\{.*?})'", Pattern.DOTALL)
                        .matcher(block)
                        .results()
                        .map(match -> match.group(1)))
            .toList();

    assertThat(requests).hasSizeGreaterThanOrEqualTo(4);
    requests.forEach(request -> JSON.readValue(request, EvaluateRequest.class));
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("../docs/api.md")))
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
