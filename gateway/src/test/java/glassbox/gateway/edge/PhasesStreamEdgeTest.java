package glassbox.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static glassbox.gateway.edge.PhasedQuestions.QUESTION;
import static glassbox.gateway.edge.PhasedQuestions.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import glassbox.contracts.verdict.GateDecision;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Streams of runs through phases: what is shown before the gate opened. */
class PhasesStreamEdgeTest extends EdgeTest {
  private static List<String> names(String events) {
    return events
        .lines()
        .filter(line -> line.startsWith("event: "))
        .map(line -> line.substring("event: ".length()))
        .toList();
  }

  @Test
  void aStreamHoldsTheAnswerUntilItIsCommitted() {
    String events = evaluate(ask(QUESTION, ",\"stream\":true")).isOk().response().body();

    List<String> names = names(events);
    assertThat(names).startsWith("stage").endsWith("commit").contains("pass", "token", "verdict");
    int lastVerdict = names.lastIndexOf("verdict");
    List<String> after = names.subList(lastVerdict + 1, names.size());
    assertThat(after).contains("token", "commit");
    String before = events.substring(0, events.lastIndexOf("event: verdict"));
    assertThat(before).doesNotContain("\"field\":\"answer\"").contains("\"field\":\"compute\"");
    assertThat(events.substring(events.lastIndexOf("event: verdict")))
        .contains("\"field\":\"answer\"")
        .contains("\"answer\":\"3000 g\"");
  }

  @Test
  void aStreamShowsTheAnswerEarlyOnlyAsProvisional() {
    String body = ask(QUESTION, ",\"esi\":{\"provisional\":true}");
    String events =
        send(request("/glad/evaluate", KEY)
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(body)))
            .isOk()
            .response()
            .body();

    String before = events.substring(0, events.lastIndexOf("event: verdict"));
    assertThat(before.lines().filter(line -> line.contains("\"field\":\"answer\"")))
        .isNotEmpty()
        .allMatch(line -> line.contains("\"provisional\":true"));
  }

  @Test
  void aStreamThatDoesNotCommitSaysSoAtItsEnd() {
    PEERS.gate = GateDecision.Outcome.REPAIR;

    String events =
        evaluate(ask(QUESTION, ",\"release\":\"committed\",\"stream\":true"))
            .isOk()
            .response()
            .body();

    assertThat(names(events)).contains("repair").endsWith("end").doesNotContain("commit");
    assertThat(events).doesNotContain("\"field\":\"answer\"");
  }

  @Test
  void plainAnswersStreamBehindTheSameGate() {
    PEERS.inference.instead(
        "/v1/generations",
        aResponse()
            .withHeader("Content-Type", "text/event-stream")
            .withBody("event: error\ndata: " + Peers.problemBody(503, "busy") + "\n\n"));
    evaluate(ASK.replace("}", ",\"stream\":true}")).isProblem(503, "inference-unavailable");
  }

  @Test
  void aClientThatGoesAwayStopsTheWork() throws Exception {
    PEERS.inference.slow("/v1/generations", 700);
    int before = PEERS.recorded.size();
    goAwayAt("event: pass", ask(QUESTION, ",\"stream\":true"));
    int asked = PEERS.passes().size();
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(4))
        .until(() -> PEERS.passes().size() <= asked + 1);
    assertThat(PEERS.recorded).hasSize(before);
  }
}
