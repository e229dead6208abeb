package glassbox.lab.phases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import glassbox.esi.config.ConfigurationReader;
import glassbox.esi.config.EsiConfiguration;
import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import glassbox.lab.world.World;
import glassbox.lab.world.facts.Domain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small measurement of a stand-in that answers each second question right. */
class PhasesEvaluationTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<Question> QUESTIONS =
      Question.heldOut(World.of(1), List.of(Domain.QUANTITIES, Domain.FINANCE), 4, 1);
  @TempDir Path folder;
  private final List<JsonNode> asked = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/glad/evaluate",
        exchange -> {
          JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
          asked.add(request);
          byte[] body = answer(request).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Right for even questions, wrong and committed for the others. */
  private static String answer(JsonNode request) {
    String prompt = request.path("prompt").asString();
    int index = 0;
    for (int i = 0; i < QUESTIONS.size(); i++) {
      index = prompt.contains(QUESTIONS.get(i).task().prompt().text()) ? i : index;
    }
    String gold = QUESTIONS.get(index).task().answer().text().replaceAll(".*\\[Answer]", "");
    String said = index % 2 == 0 ? gold.strip() : "-987654";
    return """
    {"run_id":"r","answer":%s,"decision":"committed",
     "gate":{"state":"judged","csa":1.0,"chi":0.3,
       "components":{"collapse":0.2,"loop":0.0,"contradiction":0.1},
       "verdicts":[{"critic":"units","outcome":"passed"}]},
     "model_metadata":{"model_path":"demo","build":"t"},
     "esi":{"record":{"schedule":[{"temperature":0.3,"top_p":0.9}],
       "starch":{"share":0.02,"budget":10,"used":6},"passes":[{},{}],"repairs":0,
       "trace":{"fragments":[{"id":"t1","tool":"convert"}],"redundancy":1.0},
       "costs":{"decoding":10.0,"share":0.03},"configuration_hash":"c"}}}
    """
        .formatted(JSON.writeValueAsString(said));
  }

  private List<Row> run(List<Question> questions, Ablation ablation) throws Exception {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (StackClient stack = new StackClient(url, "key")) {
      return new PhasesEvaluation(
              stack, folder.resolve("rows.jsonl"), "demo", new PrintWriter(new StringWriter()))
          .run(questions, List.of(13L, 17L), ablation);
    }
  }

  @Test
  void everyTaskAndSeedIsOneLineThatIsNotAskedAgain() throws Exception {
    List<Row> rows = run(QUESTIONS, Ablation.NONE);
    int lines = 2 * QUESTIONS.size();
    assertThat(rows).hasSize(lines);
    assertThat(Files.readAllLines(folder.resolve("rows.jsonl"))).hasSize(lines);
    assertThat(asked).hasSize(lines);
    assertThat(run(QUESTIONS, Ablation.NONE))
        .extracting(row -> row.json().toString())
        .isEqualTo(rows.stream().map(row -> row.json().toString()).toList());
    assertThat(asked).hasSize(lines);
    JsonNode row = rows.getFirst().json();
    assertThat(row.at("/grid/S").asDouble()).isEqualTo(0.02);
    assertThat(row.at("/metrics/chi_components/entropy").asDouble()).isEqualTo(0.2);
    assertThat(row.at("/critics/units").asString()).isEqualTo("passed");
    assertThat(row.at("/trace_digest/0").asString()).isEqualTo("convert#t1");
  }

  @Test
  void falseCommitsAreCountedAndListed() throws Exception {
    List<Row> rows = run(QUESTIONS, Ablation.NONE);
    Bar accuracy = PhasesReport.bars(rows).getFirst();
    assertThat(accuracy.value()).isCloseTo(0.5, within(1e-9));
    assertThat(accuracy.holds()).isFalse();
    PhasesReport.write(
        folder,
        "evaluate",
        PhasesReport.bars(rows),
        Map.of("none", rows),
        List.of(13L, 17L),
        new Provenance("c", "d", "m"));
    JsonNode result = JSON.readTree(folder.resolve("evaluate.json"));
    assertThat(result.at("/settings/none/false_commits")).hasSize(rows.size() / 2);
    assertThat(result.at("/settings/none/domains/finance/n").asInt()).isEqualTo(8);
    assertThat(result.at("/bars/1/holds").asBoolean()).isTrue();
    assertThat(Files.readString(folder.resolve("evaluate.md")))
        .contains("| accuracy of committed answers | 0.5000 (n = 16) | >= 0.97 | **no** |")
        .contains("| `none` | 16 | 1.000 | 0.500 |", "| finance | 8 |", "\"-987654\"");
  }

  @Test
  void attacksGoWithEveryPromptAndKeepTheReference() throws Exception {
    List<Question> attacked = Question.attacked(QUESTIONS);
    List<Row> rows = run(attacked, Ablation.NONE);
    assertThat(attacked).allMatch(q -> !q.prompt().equals(q.task().prompt().text()));
    assertThat(PhasesReport.attackBars(rows).getFirst().value()).isEqualTo(rows.size() / 2.0);
    assertThat(Attack.ALL).hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void overridesGoWithTheRequest() throws Exception {
    run(QUESTIONS.subList(0, 1), Ablation.NO_STARCH);
    assertThat(asked.getFirst().at("/esi/overrides/starch").asDouble(-1)).isZero();
    asked.clear();
    run(QUESTIONS.subList(0, 1), Ablation.FLAT_HEAT);
    assertThat(asked.getFirst().at("/esi/overrides/temps/2").asDouble()).isEqualTo(0.7);
  }

  @ParameterizedTest
  @EnumSource(Ablation.class)
  void everyConfigurationOfAnAblationCanWork(Ablation ablation) throws IOException {
    try (var in = Ablation.class.getResourceAsStream("/glassbox/esi/esi-v1.yaml")) {
      String shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      EsiConfiguration plain = ConfigurationReader.read(shipped);
      EsiConfiguration ablated = ConfigurationReader.read(ablation.configure(shipped));
      boolean gate =
          ablation == Ablation.SINGLE_CRITIC
              || ablation == Ablation.NO_TRACE
              || ablation == Ablation.NO_REPAIR;
      assertThat(ablated.hash().equals(plain.hash())).isEqualTo(!gate);
      if (ablation == Ablation.NO_TRACE) {
        assertThat(ablated.domain("tools").critics()).doesNotContain("trace");
        assertThat(ablated.bars().evidence()).isFalse();
      }
      if (ablation == Ablation.SINGLE_CRITIC) {
        assertThat(ablated.domain("tools").critics()).hasSize(1);
      }
    }
  }
}
