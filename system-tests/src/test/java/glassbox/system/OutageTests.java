package glassbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import glassbox.system.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Services that are killed: typed answers meanwhile, recovery, and nothing lost. */
abstract class OutageTests extends StackTests {

  @Test
  @Order(20)
  void withoutCriticsAnswersAreUngated() {
    stack.kill("critic");
    if (Shipped.read().scaffold()) {
      JsonNode phased = api.ask(phases("How many grams are 3 kg?")).json();
      assertThat(phased.path("decision").asString()).as(phased.toString()).isEqualTo("withheld");
      assertThat(phased.path("answer").isNull()).isTrue();
    }
    JsonNode answer = api.ask(Api.QUESTION).json();
    assertThat(answer.path("decision").asString()).as(answer.toString()).isEqualTo("ungated");
    assertThat(answer.at("/gate/state").asString()).isEqualTo("unavailable");
    assertThat(answer.at("/audit/state").asString()).isEqualTo("committed");
    stack.up();
    await()
        .atMost(RECOVERY)
        .until(() -> !"ungated".equals(api.ask(Api.QUESTION).json().path("decision").asString()));
  }

  @Test
  @Order(21)
  void withoutInferenceThereIsATypedRefusal() {
    stack.kill("inference");
    api.ask(Api.QUESTION).problem(503, "inference-unavailable");
    stack.up();
    await().atMost(RECOVERY).until(() -> api.ask(Api.QUESTION).status() == 200);
  }

  @Test
  @Order(22)
  void whenAuditIsKilledAcknowledgedRunsAreNotLost() {
    List<String> acknowledged = new ArrayList<>();
    acknowledged.add(acknowledge());
    acknowledged.add(acknowledge());
    stack.kill("audit");
    Answer first = api.ask(Api.QUESTION);
    assertThat(first.json().at("/audit/state").asString()).as(first.body()).isEqualTo("pending");
    acknowledged.add(first.json().path("run_id").asString());
    acknowledged.add(acknowledge());
    stack.up();
    acknowledged.forEach(this::becomesReadable);
    await()
        .atMost(RECOVERY)
        .until(
            () -> "committed".equals(api.ask(Api.QUESTION).json().at("/audit/state").asString()));
  }

  @Test
  @Order(23)
  void whenPostgresIsKilledItComesBackAndNothingIsLost() {
    List<String> acknowledged = new ArrayList<>();
    acknowledged.add(acknowledge());
    stack.killPostgres();
    acknowledged.add(acknowledge());
    acknowledged.forEach(this::becomesReadable);
    await()
        .atMost(RECOVERY)
        .until(
            () -> "committed".equals(api.ask(Api.QUESTION).json().at("/audit/state").asString()));
  }

  @Test
  @Order(30)
  void recordsOutliveTheStack() {
    String run = acknowledge();
    assertThat(stack.glassbox("down").exit()).isZero();
    assertThat(stack.glassbox("ask", "x").text()).contains("not running");
    stack.up();
    becomesReadable(run);
  }
}
