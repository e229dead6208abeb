package glassbox.lab.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AskTest {

  private static final String ANSWER =
      """
      {"run_id":"0197-x","answer":"0.25 g","decision":"committed",
       "gate":{"csa":1.0,"chi":0.125,"verdicts":[
         {"critic":"units","outcome":"passed","findings":[]},
         {"critic":"trace","outcome":"unavailable","findings":[],"reason":"no trace kept"}]},
       "safety":{"prompt":{"decision":"passed","score":0.02,"threshold":0.5,"probability":0.01,
           "per_signal":[{"signal":"harm_words","raw":0,"contribution":-1.5}]},
         "answer":{"decision":"unavailable","score":null,"per_signal":[],"reason":"it is empty"}},
       "hallucination":{"decision":"flagged","score":0.75,"threshold":0.5,"probability":null,
         "per_signal":[{"signal":"delta_mean","raw":null,"contribution":0},
           {"signal":"entropy_max","raw":1.5,"contribution":0.25},
           {"signal":"log_prob_min","raw":-3,"contribution":1.25}]},
       "attribution":{"per_specialist":[
         {"id":"general","share":0.25,"tokens_led":1,"tokens_overruled":1},
         {"id":"dosage","share":0.75,"tokens_led":1,"tokens_overruled":0}]},
       "certificate":{"mode":"full","certified":true,"tokens":2,"delta_mean":0.0125,
         "delta_p95":0.02,"delta_max":0.02,"agreement":0.5,"bar":0.01,"trusted":false,
         "statement":"The named explanation of this answer is not to be trusted here."},
       "tokens":[
         {"token":"0.25","delta":0.005,"concepts":[
           {"name":"L1.c7","label":"number","type":"number","activation":1.25,
            "specialist":"dosage"}],"per_specialist":[{"id":"general","share":0.1},{"id":"dosage","share":0.9}]},
         {"token":" g","delta":0.02,"concepts":[
           {"name":"L0.c3","label":null,"type":null,"activation":0.5,"specialist":"general"}],
          "per_specialist":[{"id":"general","share":0.6},{"id":"dosage","share":0.4}]}],
       "reconciliation":{"max_residual":4.4e-13,"median_residual":0,"level":"strict"},
       "generation_diagnostics":{"completion_tokens":2},
       "audit":{"record_hash":"abc123","state":"committed"}}
      """;

  @TempDir Path folder;
  private final AtomicReference<String> asked = new AtomicReference<>("");
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(int status, String body) {
    server.createContext(
        "/glad/evaluate",
        exchange -> {
          asked.set(
              exchange.getRequestHeaders().getFirst("Authorization")
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private record Said(int exit, String text) {}

  private Said ask(String... more) throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "gb_secret\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CommandLine line =
        new CommandLine(new Ask(new PrintStream(bytes, true, StandardCharsets.UTF_8)));
    String[] arguments = new String[more.length + 4];
    System.arraycopy(more, 0, arguments, 4, more.length);
    arguments[0] = "--url";
    arguments[1] = "http://127.0.0.1:" + server.getAddress().getPort();
    arguments[2] = "--key-file";
    arguments[3] = key.toString();
    int exit = line.execute(arguments);
    return new Said(exit, bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void showsSharesVerdictsAndTheRecord() throws IOException {
    answer(200, ANSWER);
    Said said = ask("What is 250 mg in g?", "--no-color");
    assertThat(said.exit()).isZero();
    assertThat(said.text())
        .contains("0.25 g", "0.25[2 90%]", " g[1 60%]", "dosage", "75.0%", "leads 1 tokens")
        .contains("units", "passed", "no trace kept", "chi 0.125", "4.4e-13", "strict")
        .contains("abc123", "/v1/runs/0197-x")
        .doesNotContain("\u001b");
    assertThat(asked.get())
        .startsWith("Bearer gb_secret")
        .contains("\"explain\":true", "\"do_sample\":false", "\"model_path\":\"demo\"");
  }

  @Test
  void showsTheScoresWithWhatPushedThemMost() throws IOException {
    answer(200, ANSWER);
    assertThat(ask("x", "--no-color").text())
        .contains(
            "hallucination  flagged, score 0.750 of 0.500, no probability: fitted on other models;"
                + " log_prob_min +1.25, entropy_max +0.25\n")
        .contains(
            "unsafe prompt  passed, score 0.020 of 0.500, probability 0.010; harm_words -1.50\n")
        .contains("unsafe answer  unavailable: it is empty");
  }

  @Test
  void paintsEachTokenInTheColourOfItsLeader() throws IOException {
    answer(200, ANSWER);
    String text = ask("x", "--color").text();
    assertThat(text).contains("\u001b[38;5;214m0.25\u001b[0m\u001b[38;5;39m g\u001b[0m");
  }

  @Test
  void showsTheCertificateAndWhetherTheExplanationIsToBeTrusted() throws IOException {
    answer(200, ANSWER);
    String text = ask("x", "--no-color").text();
    assertThat(text)
        .contains("delta mean 0.0125, p95 0.0200, max 0.0200 over 2 tokens", "50.0%")
        .contains("is not to be trusted here")
        .doesNotContain("L1.c7");
    assertThat(asked.get()).doesNotContain("certificate");
  }

  @Test
  void showsEachTokensTopConceptOnRequestAndMarksDeltasAboveTheBar() throws IOException {
    answer(200, ANSWER);
    String text = ask("x", "--no-color", "--concepts").text();
    assertThat(text)
        .containsPattern("0\\.25 +delta 0\\.0050   L1\\.c7 number 1\\.25 \\(dosage\\)")
        .containsPattern(" g +delta 0\\.0200 ! L0\\.c3 0\\.50 \\(general\\)");
    assertThat(asked.get()).contains("\"certificate\":\"full\"");
  }

  @Test
  void saysWhyThereIsNoCertificate() throws IOException {
    answer(
        200,
        "{\"certificate\":{\"mode\":\"sampled\",\"certified\":false,"
            + "\"reason\":\"no_bottlenecks\"}}");
    assertThat(ask("x").text()).contains("no certificate: a specialist has no bottlenecks");
  }

  @Test
  void namesWhatInTheGateFailed() throws IOException {
    answer(
        200,
        "{\"decision\":\"provisional\",\"gate\":{\"state\":\"judged\",\"decision\":\"repair\","
            + "\"verdicts\":[{\"critic\":\"units\",\"outcome\":\"passed\",\"findings\":[]}],"
            + "\"reasons\":[\"chi is 0.480, above 0.350\"]}}");
    assertThat(ask("x").text())
        .contains("PROVISIONAL, check it: chi is 0.480, above 0.350")
        .doesNotContain("critics object");
  }

  @Test
  void namesWhyAnAnswerIsWithheldWithoutTheCritics() throws IOException {
    answer(
        200,
        "{\"decision\":\"withheld\",\"gate\":{\"state\":\"unavailable\",\"reason\":\"timeout\"}}");
    assertThat(ask("x").text()).contains("withheld: the critics could not be asked (timeout)");
  }

  @Test
  void asksForPhasesAndShowsTheirFieldsAndTheCourse() throws IOException {
    answer(
        200,
        "{\"decision\":\"committed\",\"answer\":\"3000 g\",\"esi\":{\"fields\":["
            + "{\"field\":\"given\",\"text\":\"3 kg; g\"}],\"record\":{\"domain\":\"tools\","
            + "\"repairs\":1,\"passes\":[{},{}],"
            + "\"stages\":[{\"stage\":\"prep\"},{\"stage\":\"commit\"}]}}}");
    assertThat(ask("x", "--phases", "--domain", "tools").text())
        .contains("[Given]    3 kg; g")
        .contains("prep > commit (2 passes, 1 repairs, domain tools)");
    assertThat(asked.get())
        .contains("\"esi\":{\"enabled\":true}", "\"domain\":\"tools\"")
        .doesNotContain("do_sample", "max_new_tokens");
  }

  @Test
  void printsJsonAsItCame() throws IOException {
    answer(200, ANSWER);
    assertThat(ask("x", "--json").text().strip()).isEqualTo(ANSWER.strip());
  }

  @Test
  void saysAProblemInWordsAndFails() throws IOException {
    answer(
        404,
        "{\"type\":\"urn:glassbox:problem:model-not-found\",\"title\":\"No such model\","
            + "\"status\":404,\"detail\":\"Choose one of /v1/models.\"}");
    Said said = ask("x", "--model", "nobody");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.text()).contains("No such model (404,", "Choose one of");
  }

  @Test
  void saysWhereNothingListens() throws IOException {
    server.stop(0);
    Said said = ask("x");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.text()).contains("cannot reach");
  }
}
