package glassbox.gateway.edge;

import com.github.tomakehurst.wiremock.http.Request;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.contracts.generation.TokenCount;
import glassbox.contracts.generation.TokenCountRequest;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.tool.JavaResult;
import glassbox.contracts.verdict.AnswerStretch;
import glassbox.contracts.verdict.CriticRequest;
import glassbox.contracts.verdict.Finding;
import glassbox.contracts.verdict.GateDecision;
import glassbox.contracts.verdict.Material;
import glassbox.critics.agent.ClaimComparison;
import glassbox.gateway.edge.Peer.Reply;
import glassbox.shell.json.StrictJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The three services as stand-ins, which know every route that the gateway calls. */
final class Peers {
  static final JsonMapper JSON = StrictJson.mapper();

  private final PlayedAudit archive = new PlayedAudit();
  final Map<UUID, RunSubmission> recorded = archive.recorded;
  final Map<UUID, String> erased = archive.erased;
  final PlayedModel model = new PlayedModel();

  /** Chi of an answer that ends so, in place of the usual. */
  final Map<String, Double> chis = new ConcurrentHashMap<>();

  volatile GateDecision.Outcome gate = GateDecision.Outcome.COMMIT;

  final Peer inference = new Peer(this::infer);
  final Peer critic = new Peer(this::judge);
  final Peer audit = new Peer(archive::answer);

  /** What was recorded of the run of an answer. */
  RunSubmission recorded(JsonNode answer) {
    UUID id = UUID.fromString(answer.path("run_id").asString());
    return Objects.requireNonNull(recorded.get(id), "the run is not recorded");
  }

  /** What inference was asked to generate, in order. */
  List<GenerationRequest> passes() {
    return inference.bodies("/v1/generations").reversed().stream()
        .map(body -> JSON.readValue(body, GenerationRequest.class))
        .toList();
  }

  void heal() {
    gate = GateDecision.Outcome.COMMIT;
    model.answers.clear();
    chis.clear();
    inference.heal();
    critic.heal();
    audit.heal();
  }

  private Reply infer(Request request) {
    return switch (path(request)) {
      case "/v1/generations", "/v1/scores" -> generation(request);
      case "/v1/token-counts" -> counts(request);
      case "/v1/explanations" -> ok(Canned.explanation());
      case "/v1/explanations/estimate" -> ok(Canned.estimate());
      case "/v1/replays" -> ok(Canned.replay());
      case "/v1/specialists" -> ok(Canned.specialists());
      case "/v1/specialists/units/concepts" -> ok(Canned.dictionary("units"));
      case "/v1/specialists/general/concepts" -> ok(Canned.dictionary("general"));
      case "/v1/specialists/units/suspicion" -> new Reply(204, "");
      case "/actuator/health/quality" -> ok(Map.of("status", "UP"));
      default ->
          path(request).matches("/v1/specialists/[^/]+/(concepts|suspicion)")
              ? problem(404, "unknown-specialist")
              : unknown();
    };
  }

  private Reply generation(Request request) {
    GenerationRequest asked = JSON.readValue(request.getBodyAsString(), GenerationRequest.class);
    if (asked.continuation() != null) {
      return new Reply(200, model.events(asked, asked.continuation()));
    }
    return asked.federation().equals("demo")
        ? ok(Canned.generation(asked))
        : problem(404, "unknown-federation");
  }

  private static Reply counts(Request request) {
    TokenCountRequest asked = JSON.readValue(request.getBodyAsString(), TokenCountRequest.class);
    return ok(
        new TokenCount(10, asked.texts().stream().map(text -> text.split(" ").length).toList()));
  }

  private Reply judge(Request request) {
    return switch (path(request)) {
      case "/v1/java" -> ok(new JavaResult(JavaResult.Outcome.RAN, List.of(), List.of(), ""));
      case "/v1/verdicts" -> verdicts(request);
      case "/v1/critics" -> ok(Canned.critics());
      case "/v1/critics/order-sensitivity" -> ok(Canned.orderSensitivity());
      case "/v1/critics/quarantine" -> ok(Canned.quarantine());
      default -> problem(404, "not-found");
    };
  }

  private Reply verdicts(Request request) {
    CriticRequest asked = JSON.readValue(request.getBodyAsString(), CriticRequest.class);
    return ok(
        asked.panel() == null
            ? Canned.report(gate)
            : Canned.report(gate, chi(asked), asked.panel(), conflicts(asked)));
  }

  private double chi(CriticRequest asked) {
    return chis.entrySet().stream()
        .filter(chi -> asked.answer().strip().endsWith(chi.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .findFirst()
        .orElse(0.2);
  }

  /** What the critic of agents objects to, by its own comparison. */
  private static List<Finding> conflicts(CriticRequest asked) {
    Material material = asked.material();
    AnswerStretch last = asked.fields().isEmpty() ? null : asked.fields().getLast();
    if (material == null || last == null || last.field() != AnswerStretch.Field.ANSWER) {
      return List.of();
    }
    String own = asked.answer().substring(last.start(), last.end());
    return material.agents().stream()
        .filter(Material.AgentAnswer::passed)
        .map(other -> ClaimComparison.compare(own, other.answer()).conflict())
        .flatMap(Optional::stream)
        .map(why -> new Finding(why, last.start(), last.end()))
        .toList();
  }

  static String path(Request request) {
    return request.getUrl().split("\\?", 2)[0];
  }

  static Reply ok(Object body) {
    return new Reply(200, JSON.writeValueAsString(body));
  }

  /** A route that is not here: the gateway makes a 502 of it, so that no test overlooks it. */
  static Reply unknown() {
    return problem(404, "not-found");
  }

  static Reply problem(int status, String name) {
    return new Reply(status, problemBody(status, name));
  }

  static String problemBody(int status, String name) {
    return JSON.writeValueAsString(
        Map.of(
            "type",
            "urn:glassbox:problem:" + name,
            "title",
            "No",
            "status",
            status,
            "detail",
            "Do something else.",
            "estimated_tokens",
            900,
            "errors",
            List.of(Map.of("field", "decoding.top_p", "message", "no"))));
  }
}
