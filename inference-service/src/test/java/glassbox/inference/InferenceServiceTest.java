package glassbox.inference;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Real tiny models, a real port, and an audit service played by WireMock. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"glassbox.service-token=" + TinyHouse.TOKEN, "glassbox.spool.replay-every=100ms"})
@DirtiesContext
class InferenceServiceTest {
  @TempDir static Path folder;
  private static final WireMockServer AUDIT =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

  @Value("${local.server.port}")
  private int port;

  @Autowired private Environment environment;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    AUDIT.start();
    registry.add("glassbox.models.directory", () -> TinyHouse.write(folder.resolve("models")));
    registry.add("glassbox.spool.directory", () -> folder.resolve("spool"));
    registry.add("glassbox.audit.url", AUDIT::baseUrl);
  }

  @AfterAll
  static void stop() {
    AUDIT.stop();
  }

  @BeforeEach
  void auditAnswers() {
    auditAnswers(201);
  }

  private static void auditAnswers(int status) {
    AUDIT.resetAll();
    AUDIT.stubFor(post("/v1/blocks").willReturn(aResponse().withStatus(status)));
  }

  private ServiceClient client() {
    return new ServiceClient(port);
  }

  private JsonNode ok(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return ServiceClient.json(response);
  }

  private static JsonNode problem(HttpResponse<String> response, int status, String type) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = ServiceClient.json(response);
    assertThat(problem.path("type").asString()).isEqualTo("urn:glassbox:problem:" + type);
    assertThat(problem.path("detail").asString()).isNotBlank();
    return problem;
  }

  private static byte[] sentBlock() {
    List<LoggedRequest> sent = AUDIT.findAll(postRequestedFor(urlEqualTo("/v1/blocks")));
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().getHeader("X-Glassbox-Service-Token")).isEqualTo(TinyHouse.TOKEN);
    assertThat(sent.getFirst().getHeader("Content-Type")).isEqualTo("application/octet-stream");
    return sent.getFirst().getBody();
  }

  @Test
  void answersWithAttributionAndADurableBlock() {
    JsonNode answer = ok(client().post("/v1/generations", Requests.generation("what is it?")));
    assertThat(answer.at("/block/state").asString()).isEqualTo("committed");
    byte[] sent = sentBlock();
    assertThat(BlockHash.of(sent)).isEqualTo(answer.at("/block/hash").asString());
    TokenBlock block = BlockCodec.decode(sent);
    assertThat(Reconciliation.of(block).max()).isLessThan(1e-9);
    assertThat(answer.at("/reconciliation/level").asString()).isEqualTo("strict");
    assertThat(answer.path("tokens").size()).isEqualTo(block.tokens().size()).isPositive();
    StringBuilder text = new StringBuilder();
    for (JsonNode token : answer.path("tokens")) {
      double shares = 0;
      for (JsonNode specialist : token.path("per_specialist")) {
        shares += specialist.path("share").asDouble();
      }
      assertThat(shares).isCloseTo(1, within(1e-9));
      assertThat(token.path("top_logprobs").size()).isEqualTo(2);
      text.append(token.path("token").asString());
    }
    assertThat(text).hasToString(answer.path("text").asString());
    assertThat(answer.at("/specialists/0/id").asString()).isEqualTo("general");
    assertThat(answer.path("build").asString()).startsWith("0.");
    assertThat(block.execution().threads()).isEqualTo(1);
    assertThat(block.execution().rows()).isEqualTo(2);
  }

  @Test
  void leavesContentOutOfTheBlockWhereItIsNotKept() {
    String body = Requests.generation("what is it?");
    JsonNode kept = ok(client().post("/v1/generations", body));
    byte[] whole = sentBlock();
    AUDIT.resetRequests();
    String not = body.replace("\"keep_content\": true", "\"keep_content\": false");
    JsonNode answer = ok(client().post("/v1/generations", not));
    assertThat(answer.path("tokens")).isEqualTo(kept.path("tokens"));
    byte[] sent = sentBlock();
    assertThat(BlockHash.of(sent))
        .isEqualTo(answer.at("/block/hash").asString())
        .isNotEqualTo(BlockHash.of(whole));
    assertThat(BlockCodec.contentOf(sent)).isEmpty();
    TokenBlock block = BlockCodec.decode(sent);
    assertThat(block.tokens()).isEqualTo(BlockCodec.decode(whole).tokens());
    assertThat(Reconciliation.of(block).max()).isLessThan(1e-9);
    String base64 = Base64.getEncoder().encodeToString(sent);
    String replay = "{\"federation\": \"demo\", \"block\": \"%s\"}".formatted(base64);
    problem(client().post("/v1/replays", replay), 409, "content-not-kept");
  }

  @Test
  void saltsEveryBlockAnew() {
    String body = Requests.generation("what is it?");
    ok(client().post("/v1/generations", body));
    String first = salt(sentBlock());
    AUDIT.resetRequests();
    ok(client().post("/v1/generations", body));
    assertThat(salt(sentBlock())).isNotEqualTo(first).isNotEqualTo("00".repeat(32));
  }

  private static String salt(byte[] block) {
    return ((BlockContent.Kept) BlockCodec.decode(block).content()).salt();
  }

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

  @Test
  void scoresAGivenAnswer() {
    String body =
        Requests.generation(
            "demo",
            "\"prompt\": \"what?\", \"answer\": \"[Answer] 42\"",
            Requests.sampling("1", "1"));
    JsonNode answer = ok(client().post("/v1/scores", body));
    assertThat(answer.path("finish_reason").asString()).isEqualTo("scored");
    assertThat(answer.path("text").asString()).isEqualTo("[Answer] 42");
    assertThat(answer.path("tokens").size()).isEqualTo(11);
    assertThat(answer.at("/tokens/0/forced").asBoolean()).isTrue();
    problem(client().post("/v1/generations", body), 400, "invalid-request");
  }

  @Test
  void tracesLayersOnRequest() {
    String body =
        Requests.generation("hello").replace("\"block_audit\": false", "\"block_audit\": true");
    JsonNode answer = ok(client().post("/v1/generations", body));
    JsonNode domain = answer.at("/tokens/0/block_audit/1");
    assertThat(domain.path("id").asString()).isEqualTo("domain");
    assertThat(domain.at("/layers/1/norm").asDouble()).isPositive();
    assertThat(domain.at("/layers/1/expert_routing").size()).isEqualTo(6);
    assertThat(answer.at("/tokens/0/block_audit/0/layers/1/expert_routing").size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"mixture", "product", "prefix_updated", "gated"})
  void combinesAsAsked(String kind) {
    String rule =
        "\"prompt\": \"hello\", \"combiner\": {\"kind\": \"%s\", \"weights\": [1, 2, 3]"
            .formatted(kind);
    String gate = kind.equals("gated") ? ", \"main\": \"user\", \"entropy_threshold\": 3.0}" : "}";
    JsonNode answer =
        ok(
            client()
                .post(
                    "/v1/generations",
                    Requests.generation("demo", rule + gate, Requests.sampling("1", "0.9"))));
    assertThat(answer.at("/reconciliation/max_residual").asDouble()).isLessThan(1e-9);
  }

  @Test
  void replaysABlockBitForBitAndSeesAChange() {
    ok(client().post("/v1/generations", Requests.generation("what is it?")));
    byte[] sent = sentBlock();
    JsonNode replay = replay(sent);
    assertThat(replay.path("bit_equal").asBoolean()).isTrue();
    assertThat(replay.path("digests_match").asBoolean()).isTrue();
    assertThat(replay.path("same_execution").asBoolean()).isTrue();
    assertThat(replay(withFirstLogProbNudged(sent)).path("bit_equal").asBoolean()).isFalse();
    problem(
        client().post("/v1/replays", "{\"federation\": \"demo\", \"block\": \"AAAA\"}"),
        422,
        "malformed-block");
    problem(
        client().post("/v1/replays", "{\"federation\": \"demo\", \"block\": \"?\"}"),
        400,
        "invalid-request");
  }

  private static byte[] withFirstLogProbNudged(byte[] bytes) {
    TokenBlock block = BlockCodec.decode(bytes);
    List<TokenEntry> tokens = new ArrayList<>(block.tokens());
    TokenEntry first = tokens.getFirst();
    float[] logProbs = first.logProbs();
    logProbs[0] = Math.nextDown(logProbs[0]);
    tokens.set(
        0,
        new TokenEntry(
            logProbs,
            first.joint(),
            first.sampled(),
            first.entropy(),
            first.forced(),
            first.ensembled(),
            first.logNormalizer()));
    return BlockCodec.encode(
        new TokenBlock(
            block.runId(),
            block.pass(),
            block.specialists(),
            block.combination(),
            block.sampler(),
            block.execution(),
            block.content(),
            tokens));
  }

  private JsonNode replay(byte[] block) {
    String base64 = Base64.getEncoder().encodeToString(block);
    return ok(
        client()
            .post(
                "/v1/replays", "{\"federation\": \"demo\", \"block\": \"%s\"}".formatted(base64)));
  }

  @Test
  void explainsByOcclusion() {
    JsonNode explanation = ok(client().post("/v1/explanations", Requests.explanation("")));
    assertThat(explanation.path("tier").asString()).isEqualTo("gradient");
    StringBuilder context = new StringBuilder();
    StringBuilder prompt = new StringBuilder();
    for (JsonNode unit : explanation.path("units")) {
      boolean inContext = unit.path("segment").asString().equals("context");
      StringBuilder segment = inContext ? context : prompt;
      assertThat(unit.path("start").asInt()).isEqualTo(segment.length());
      segment.append(unit.path("text").asString());
      assertThat(unit.path("end").asInt()).isEqualTo(segment.length());
    }
    assertThat(context).hasToString("it is a cat");
    assertThat(prompt).hasToString("what?");
    assertThat(explanation.at("/cost/forwards").asInt())
        .isGreaterThan(explanation.path("units").size());
    assertThat(ok(client().post("/v1/explanations", Requests.explanation(""))))
        .isEqualTo(explanation);
  }

  @Test
  void explainsByWordsWhereTokensWouldPassTheBudget() {
    JsonNode explanation =
        ok(client().post("/v1/explanations", Requests.explanation(", \"budget\": 4000")));
    assertThat(explanation.path("method").asString()).contains("each word");
    assertThat(explanation.path("units").valueStream().map(u -> u.path("text").asString()))
        .containsExactly("it", " is", " a", " cat", "what?");
    assertThat(explanation.at("/cost/tokens").asLong()).isLessThan(4000);
  }

  @Test
  void explanationsOverBudgetAreRefusedWithTheEstimate() {
    JsonNode problem =
        problem(
            client().post("/v1/explanations", Requests.explanation(", \"budget\": 10")),
            422,
            "explanation-over-budget");
    assertThat(problem.path("estimated_tokens").asLong()).isGreaterThan(10);
    assertThat(problem.path("budget").asLong()).isEqualTo(10);
  }

  @Test
  void estimatesBoundWhatAnExplanationSpends() {
    JsonNode before = ok(client().post("/v1/explanations/estimate", Requests.estimate(8, 100_000)));
    JsonNode spent = ok(client().post("/v1/explanations", Requests.explanation(""))).path("cost");

    assertThat(spent.path("tokens").asLong())
        .isLessThanOrEqualTo(before.at("/most/tokens").asLong());
    assertThat(before.at("/least/tokens").asLong())
        .isPositive()
        .isLessThan(before.at("/most/tokens").asLong());
    assertThat(before.path("budget").asLong()).isEqualTo(100_000);
  }

  @Test
  void budgetsThatSufficeForNoAnswerAreRefusedBeforeThereIsOne() {
    long least =
        ok(client().post("/v1/explanations/estimate", Requests.estimate(8, 100_000)))
            .at("/least/tokens")
            .asLong();

    ok(client().post("/v1/explanations/estimate", Requests.estimate(8, least)));
    JsonNode problem =
        problem(
            client().post("/v1/explanations/estimate", Requests.estimate(8, least - 1)),
            422,
            "explanation-over-budget");
    assertThat(problem.path("estimated_tokens").asLong()).isEqualTo(least);
    assertThat(problem.path("budget").asLong()).isEqualTo(least - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0     | 1     | 400 | invalid-request | decoding.temperature",
        "-1    | 1     | 400 | invalid-request | decoding.temperature",
        "'\"NaN\"' | 1 | 400 | invalid-request | decoding.temperature",
        "1e999 | 1     | 400 | invalid-request | decoding.temperature",
        "1     | 0     | 400 | invalid-request | decoding.top_p",
        "1     | 1.01  | 400 | invalid-request | decoding.top_p",
      })
  void namesTheDecodingFieldThatIsWrong(
      String temperature, String topP, int status, String type, String field) {
    JsonNode problem =
        problem(
            client()
                .post(
                    "/v1/generations",
                    Requests.generation(
                        "demo", "\"prompt\": \"hi\"", Requests.sampling(temperature, topP))),
            status,
            type);
    assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
  }

  @Test
  void bareNanIsNotJson() {
    problem(
        client()
            .post(
                "/v1/generations",
                Requests.generation("demo", "\"prompt\": \"hi\"", Requests.sampling("NaN", "1"))),
        400,
        "malformed-json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"prompt\": \"\"                                               | prompt",
        "\"prompt\": \"hi\", \"answer\": \"\"                             | answer",
        "\"prompt\": \"hi\", \"combiner\": {\"kind\": \"mixture\", \"weights\": [1]} |"
            + " combiner.weights",
        "\"prompt\": \"hi\", \"combiner\": {\"kind\": \"mixture\", \"weights\": [1, -1, 1]} |"
            + " combiner.weights",
        "\"prompt\": \"hi\", \"combiner\": {\"kind\": \"product\", \"weights\": [1e308, 1e308, 1]}"
            + " | combiner.weights",
        "\"prompt\": \"hi\", \"combiner\": {\"kind\": \"gated\", \"main\": \"nobody\"} |"
            + " combiner.main",
      })
  void namesTheFieldThatIsWrong(String texts, String field) {
    JsonNode problem =
        problem(
            client()
                .post(
                    "/v1/generations",
                    Requests.generation("demo", texts, Requests.sampling("1", "1"))),
            400,
            "invalid-request");
    assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({"nowhere", "../models", "/etc/passwd", "''"})
  void unknownAliasesAreNotFound(String alias) {
    problem(
        client()
            .post(
                "/v1/generations",
                Requests.generation(alias, "\"prompt\": \"hi\"", Requests.sampling("1", "1"))),
        404,
        "unknown-federation");
  }

  @Test
  void promptsOfAMegabyteAreTooLarge() {
    problem(
        client().post("/v1/generations", Requests.generation("a".repeat(1 << 20))),
        413,
        "request-too-large");
  }

  @Test
  void promptsThatOverflowTheWindowAreToldTheLimit() {
    JsonNode problem =
        problem(
            client().post("/v1/generations", Requests.generation("a".repeat(80))),
            422,
            "context-overflow");
    assertThat(problem.path("prompt_tokens").asInt())
        .isGreaterThan(problem.path("limit_tokens").asInt());
  }

  @Test
  void passesKeepNoThreadFromThoseWhoSendBlocks() {
    assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("false");
  }

  @Test
  void answersWaitOnDiskWhileAuditIsAwayAndAreSentWhenItIsBack() throws Exception {
    auditAnswers(503);
    JsonNode first = ok(client().post("/v1/generations", Requests.generation("one")));
    JsonNode second = ok(client().post("/v1/generations", Requests.generation("two")));
    assertThat(first.at("/block/state").asString()).isEqualTo("pending");
    assertThat(second.at("/block/state").asString()).isEqualTo("pending");
    auditAnswers(201);
    awaitSent(2);
    List<String> hashes =
        AUDIT.getAllServeEvents().reversed().stream()
            .filter(event -> event.getResponse().getStatus() == 201)
            .map(event -> BlockHash.of(event.getRequest().getBody()))
            .toList();
    assertThat(hashes)
        .containsExactly(first.at("/block/hash").asString(), second.at("/block/hash").asString());
    JsonNode third = ok(client().post("/v1/generations", Requests.generation("three")));
    assertThat(third.at("/block/state").asString()).isEqualTo("committed");
  }

  /** Waits for the replay's schedule; gives up after 20 s. */
  private static void awaitSent(int count) throws InterruptedException {
    long deadline = System.nanoTime() + 20_000_000_000L;
    Object monitor = new Object();
    synchronized (monitor) {
      while (waiting()
          || AUDIT.findAll(postRequestedFor(urlEqualTo("/v1/blocks"))).size() < count) {
        assertThat(System.nanoTime()).isLessThan(deadline);
        monitor.wait(20);
      }
    }
  }

  private static boolean waiting() {
    String[] files = folder.resolve("spool").toFile().list((_, name) -> name.endsWith(".block"));
    return files == null || files.length > 0;
  }

  @Test
  void answersThatAuditRefusesDoNotGoOut() {
    auditAnswers(422);
    JsonNode problem =
        problem(
            client().post("/v1/generations", Requests.generation("hello")), 500, "record-refused");
    assertThat(problem.toString()).doesNotContain("hello");
  }

  @Test
  void listsWhatRuns() {
    JsonNode list = ok(client().get("/v1/specialists"));
    assertThat(list.at("/federations/0/alias").asString()).isEqualTo("demo");
    assertThat(list.at("/federations/0/context_length").asInt()).isEqualTo(64);
    assertThat(list.at("/federations/0/combiner/weights/0").asDouble())
        .isCloseTo(.5, within(1e-12));
    JsonNode user = list.at("/specialists/2");
    assertThat(user.path("id").asString()).isEqualTo("user");
    assertThat(user.path("kind").asString()).isEqualTo("adapter");
    assertThat(user.path("base").asString()).isEqualTo("general");
    assertThat(user.path("state").asString()).isEqualTo("ready");
    assertThat(user.path("parameters").asLong()).isPositive();
  }

  @Test
  void countsWhatItDoes() {
    ok(client().post("/v1/generations", Requests.generation("hello")));
    String metrics = client().get("/actuator/prometheus").body();
    assertThat(metrics)
        .contains("glassbox_tokens_total{kind=\"generated\"}")
        .contains("glassbox_pass_seconds_count{kind=\"generate\"}")
        .contains("glassbox_residual_max_nats_max")
        .contains("glassbox_spool_blocks")
        .contains("glassbox_passes_running");
    assertThat(client().get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(client().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
  }
}
