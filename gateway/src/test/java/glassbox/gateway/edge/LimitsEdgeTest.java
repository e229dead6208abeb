package glassbox.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LimitsEdgeTest extends EdgeTest {
  private static final String SMALL_ASK =
      "{\"model_path\":\"demo\",\"prompt\":\"p\",\"generation_config\":{\"max_new_tokens\":300}}";

  @Test
  void countsWhatWasSpentAndSaysWhenToComeBack() {
    int answered = 0;
    Answer answer = evaluate(SMALL_KEY, SMALL_ASK);
    while (answer.status() == 200 && answered < 20) {
      answered++;
      answer = evaluate(SMALL_KEY, SMALL_ASK);
    }

    answer.isProblem(429, "rate-limited");
    assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
    assertThat(answered).as("16 tokens are spent of 301 set aside, of 400").isBetween(6, 8);
    evaluate(KEY, SMALL_ASK).isOk();
  }

  @Test
  void boundsTheRequestsThatATenantHasInFlight() {
    PEERS.inference.slow("/v1/generations", 1_000);
    String tiny =
        "{\"model_path\":\"demo\",\"prompt\":\"p\",\"generation_config\":{\"max_new_tokens\":1}}";
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Answer> one =
          CompletableFuture.supplyAsync(() -> evaluate(SMALL_KEY, tiny), callers);
      CompletableFuture<Answer> two =
          CompletableFuture.supplyAsync(() -> evaluate(SMALL_KEY, tiny), callers);
      Answer first = one.join();
      Answer second = two.join();
      Answer refused = first.status() == 429 ? first : second;

      refused.isProblem(429, "too-many-concurrent-requests");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
    }
  }
}
