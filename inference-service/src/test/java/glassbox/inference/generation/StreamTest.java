package glassbox.inference.generation;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.inference.InferenceTest;
import glassbox.inference.Requests;
import glassbox.inference.ServiceClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Answers as they grow. */
class StreamTest extends InferenceTest {
  @Test
  void streamsTokensThenTheWholeAnswer() {
    String body = Requests.generation("what is it?");
    HttpResponse<String> stream = client().post("/v1/generations", "text/event-stream", body);
    assertThat(stream.statusCode()).isEqualTo(200);
    assertThat(stream.headers().firstValue("content-type").orElse(""))
        .startsWith("text/event-stream");
    List<String> events = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    JsonNode done = MissingNode.getInstance();
    for (String event : stream.body().split("\n\n")) {
      String name = event.lines().findFirst().orElseThrow().substring("event: ".length());
      JsonNode data =
          ServiceClient.json(event.lines().skip(1).findFirst().orElseThrow().substring(6));
      events.add(name);
      if (name.equals("token")) {
        text.append(data.path("token").asString());
      } else {
        done = data;
      }
    }
    assertThat(events.removeLast()).isEqualTo("done");
    assertThat(events).isNotEmpty().containsOnly("token");
    JsonNode whole = ok(client().post("/v1/generations", body));
    assertThat(done.path("text")).isEqualTo(whole.path("text"));
    assertThat(done.path("tokens")).isEqualTo(whole.path("tokens"));
    assertThat(text).hasToString(whole.path("text").asString());
  }

  @Test
  void refusalsBeforeTheFirstEventAreOrdinaryProblems() {
    problem(
        client().post("/v1/generations", "text/event-stream", Requests.generation(" ")),
        400,
        "invalid-request");
    problem(
        client().post("/v1/generations", "text/event-stream", Requests.generation("a".repeat(80))),
        422,
        "context-overflow");
  }
}
