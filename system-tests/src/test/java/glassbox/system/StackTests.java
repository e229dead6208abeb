package glassbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import glassbox.system.Api.Answer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;

/** Tests that share the one stack, in their order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class StackTests {
  static final Duration RECOVERY = Duration.ofSeconds(90);

  final Path home = StackIT.home;
  final Stack stack = StackIT.stack;
  final Api api = StackIT.api;

  static String phases(String prompt) {
    return "{'model_path':'demo','domain':'tools','prompt':'%s','esi':{'enabled':true}}"
        .formatted(prompt)
        .replace('\'', '"');
  }

  final String acknowledge() {
    Answer answer = api.ask(Api.QUESTION);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("run_id").asString();
  }

  final void becomesReadable(String run) {
    await()
        .atMost(RECOVERY)
        .untilAsserted(
            () -> {
              Answer view = api.get("/v1/runs/" + run);
              assertThat(view.status()).as(view.body()).isEqualTo(200);
              assertThat(api.get("/v1/runs/" + run + "/tokens").json().path("tokens")).isNotEmpty();
            });
  }
}
