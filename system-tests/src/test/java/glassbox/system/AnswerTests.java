package glassbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.system.Api.Answer;
import glassbox.system.Stack.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Answers of a healthy stack, with their record, and its command line. */
abstract class AnswerTests extends StackTests {

  @Test
  @Order(1)
  void answersWithSharesASumAndAReadableRecord() {
    Answer answer = api.ask(Api.QUESTION);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode json = answer.json();
    assertThat(json.path("answer").asString()).isNotEmpty();
    assertThat(json.path("esi").isNull()).as("phases are for who asks for them").isTrue();
    assertThat(json.path("tokens")).isNotEmpty();
    for (JsonNode token : json.path("tokens")) {
      assertThat(token.path("per_specialist").size()).isGreaterThanOrEqualTo(3);
      assertThat(sumOfShares(token.path("per_specialist"))).isCloseTo(1, within(1e-9));
      assertThat(Math.abs(token.path("reconciliation_residual").asDouble())).isLessThan(1e-9);
    }
    assertThat(sumOfShares(json.at("/attribution/per_specialist"))).isCloseTo(1, within(1e-9));
    assertThat(json.at("/reconciliation/max_residual").asDouble()).isLessThan(1e-9);
    assertThat(json.at("/audit/state").asString()).isEqualTo("committed");

    String run = "/v1/runs/" + json.path("run_id").asString();
    Answer view = api.get(run);
    assertThat(view.status()).as(view.body()).isEqualTo(200);
    assertThat(view.json().path("record_hash").asString())
        .isEqualTo(json.at("/audit/record_hash").asString());
    Answer tokens = api.get(run + "/tokens");
    assertThat(tokens.json().path("tokens").size()).isEqualTo(json.path("tokens").size());
    assertThat(tokens.json().at("/tokens/0/joint_log_prob").asDouble())
        .isCloseTo(json.at("/tokens/0/joint_log_prob").asDouble(), within(1e-10));
  }

  private static double sumOfShares(JsonNode specialists) {
    return specialists.valueStream().mapToDouble(one -> one.path("share").asDouble()).sum();
  }

  @Test
  @Order(2)
  void theSameSeedGivesTheSameAnswer() {
    JsonNode first = api.ask(Api.CERTIFIED).json();
    JsonNode second = api.ask(Api.CERTIFIED).json();
    assertThat(second.path("answer")).isEqualTo(first.path("answer"));
    assertThat(second.path("tokens")).isEqualTo(first.path("tokens"));
    assertThat(second.path("run_id")).isNotEqualTo(first.path("run_id"));
  }

  @Test
  @Order(3)
  void scoresAGivenAnswer() {
    Answer answer =
        api.ask(
            "{\"model_path\":\"demo\",\"prompt\":\"3 kg in g?\",\"answer\":\"3000"
                + " g\",\"explain\":true}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("answer").asString()).isEqualTo("3000 g");
    assertThat(answer.json().path("tokens").valueStream())
        .isNotEmpty()
        .allMatch(token -> token.path("forced").asBoolean());
  }

  @Test
  @Order(4)
  void theCommandLineShowsTheAnswer() {
    Said said = stack.glassbox("ask", "How many grams are 3 kg?", "--max-tokens", "8");
    assertThat(said.exit()).as(said.text()).isZero();
    assertThat(said.text()).contains("largest residual", "/v1/runs/", "%");
    assertThat(stack.glassbox("status").text().lines().filter(line -> line.contains(" ready ")))
        .hasSize(4);
  }

  @Test
  @Order(5)
  void secretsAreTheOwnersOnly() throws IOException {
    for (String file : List.of("api-key", "service-token")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(stack.state().resolve(file))))
          .as(file)
          .isEqualTo("rw-------");
    }
    try (Stream<Path> logs = Files.list(stack.state().resolve("logs"))) {
      assertThat(logs.map(Stack::read))
          .noneMatch(log -> log.contains(stack.key()))
          .noneMatch(log -> log.contains(Stack.read(stack.state().resolve("service-token"))));
    }
  }

  @Test
  @Order(6)
  void upAgainChangesNothing() {
    long before = stack.process("gateway").pid();
    Said said = stack.glassbox("up");
    assertThat(said.text()).contains("already up");
    assertThat(stack.process("gateway").pid()).isEqualTo(before);
  }

  @Test
  @Order(7)
  void namesAPortThatIsInUse(@TempDir Path elsewhere) throws IOException {
    Stack other = new Stack(elsewhere);
    try (ServerSocket taken =
        new ServerSocket(other.port("critic"), 5, InetAddress.getLoopbackAddress())) {
      Said said = other.glassbox("up");
      assertThat(said.exit()).isNotZero();
      assertThat(said.text())
          .contains(
              "port " + taken.getLocalPort() + " for critic is in use", "GLASSBOX_CRITIC_PORT");
    }
  }

  /** Whether there are deltas is a matter of the models that ship, and the manifest says it. */
  @Test
  @Order(8)
  void certifiesAnAnswerAsFarAsTheModelsAreLegible() {
    Shipped shipped = Shipped.read();
    JsonNode json = api.ask(Api.CERTIFIED).json();
    JsonNode certificate = json.path("certificate");
    JsonNode run = api.get("/v1/runs/" + json.path("run_id").asString()).json();
    assertThat(run.at("/envelope/certificate")).isEqualTo(certificate);
    assertThat(certificate.path("certified").asBoolean()).isEqualTo(shipped.legible());
    if (!shipped.legible()) {
      System.out.println("No deltas to see: a model of demo ships without bottlenecks.");
      assertThat(certificate.path("reason").asString()).isEqualTo("no_bottlenecks");
      return;
    }
    assertThat(certificate.path("tokens").asInt()).isEqualTo(json.path("tokens").size());
    assertThat(certificate.path("delta_mean").asDouble())
        .isBetween(0.0, certificate.path("delta_max").asDouble());
    JsonNode recorded =
        api.get("/v1/runs/" + json.path("run_id").asString() + "/tokens").json().path("tokens");
    for (int t = 0; t < recorded.size(); t++) {
      JsonNode told = json.path("tokens").get(t);
      assertThat(told.path("delta").asDouble()).isBetween(0.0, 1.0);
      assertThat(told.path("concepts").size()).isBetween(1, 5);
      assertThat(recorded.get(t).path("delta")).isEqualTo(told.path("delta"));
      assertThat(recorded.get(t).path("concepts")).isEqualTo(told.path("concepts"));
    }
  }

  @Test
  @Order(9)
  void answersThroughTheBottlenecksOrSaysWhyNot() {
    Answer answer =
        api.ask(
            Api.CERTIFIED.replace("\"certificate\"", "\"routing\":\"legible\",\"certificate\""));
    if (!Shipped.read().legible()) {
      answer.problem(422, "unfit-for-federation");
      return;
    }
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    String run = "/v1/runs/" + answer.json().path("run_id").asString();
    Answer replay = api.send("POST", run + "/replay", stack.key(), null);
    assertThat(replay.json().path("bit_equal").asBoolean()).as(replay.body()).isTrue();
  }
}
