package glassbox.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class IdempotencyEdgeTest extends EdgeTest {

  private Answer evaluate(String apiKey, String idempotencyKey, String body) {
    return send(
        request("/glad/evaluate", apiKey)
            .header("Idempotency-Key", idempotencyKey)
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void givesTheSameAnswerToTheSameRequest() {
    String key = UUID.randomUUID().toString();

    Answer first = evaluate(KEY, key, ASK).isOk();
    Answer again = evaluate(KEY, key, " " + ASK).isOk();

    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(PEERS.inference.bodies("/v1/generations")).hasSize(1);
  }

  @Test
  void keepsTenantsApart() {
    String key = UUID.randomUUID().toString();

    Answer one = evaluate(KEY, key, ASK).isOk();
    Answer two = evaluate(OTHER_KEY, key, ASK).isOk();

    assertThat(two.json().path("run_id")).isNotEqualTo(one.json().path("run_id"));
  }

  @Test
  void refusesTheKeyWithAnotherRequest() {
    String key = UUID.randomUUID().toString();
    evaluate(KEY, key, ASK).isOk();

    evaluate(KEY, key, ASK.replace("3 kg", "4 kg")).isProblem(422, "idempotency-key-reused");
  }

  @Test
  void runsOnceForTwoRequestsAtOnce() {
    PEERS.inference.slow("/v1/generations", 500);
    String key = UUID.randomUUID().toString();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Answer> one =
          CompletableFuture.supplyAsync(() -> evaluate(KEY, key, ASK), callers);
      CompletableFuture<Answer> two =
          CompletableFuture.supplyAsync(() -> evaluate(KEY, key, ASK), callers);

      assertThat(one.join().isOk().response().body())
          .isEqualTo(two.join().isOk().response().body());
    }
    assertThat(PEERS.inference.bodies("/v1/generations")).hasSize(1);
  }

  @Test
  void forgetsARequestThatFailed() {
    String key = UUID.randomUUID().toString();
    PEERS.inference.instead(aResponse().withStatus(500));
    evaluate(KEY, key, ASK).isProblem(503, "inference-unavailable");
    PEERS.inference.heal();

    evaluate(KEY, key, ASK).isOk();
  }

  @Test
  void refusesKeysThatAreNone() {
    Answer answer = evaluate(KEY, "a b", ASK).isProblem(400, "invalid-request");

    assertThat(answer.fields()).containsExactly("Idempotency-Key");
    evaluate(KEY, "k".repeat(256), ASK).isProblem(400, "invalid-request");
  }
}
