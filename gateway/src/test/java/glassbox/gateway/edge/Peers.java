package glassbox.gateway.edge;

import com.github.tomakehurst.wiremock.http.Request;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.contracts.generation.ReconciliationSummary;
import glassbox.contracts.generation.RecordState;
import glassbox.contracts.generation.TokenCount;
import glassbox.contracts.generation.TokenCountRequest;
import glassbox.contracts.run.ContentState;
import glassbox.contracts.run.RunPage;
import glassbox.contracts.run.RunReceipt;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.run.RunView;
import glassbox.contracts.run.TokenPage;
import glassbox.contracts.tool.SqlResult;
import glassbox.contracts.verdict.AnswerStretch;
import glassbox.contracts.verdict.CriticRequest;
import glassbox.contracts.verdict.Finding;
import glassbox.contracts.verdict.GateDecision;
import glassbox.contracts.verdict.Material;
import glassbox.critics.agent.ClaimComparison;
import glassbox.gateway.edge.Peer.Reply;
import glassbox.ledger.run.RunRecordHash;
import glassbox.shell.json.StrictJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** The three services as stand-ins. Audit keeps what it is sent. */
final class Peers {
  static final JsonMapper JSON = StrictJson.mapper();

  final Map<UUID, RunSubmission> recorded = new ConcurrentHashMap<>();
  final Map<UUID, String> erased = new ConcurrentHashMap<>();
  final PlayedModel model = new PlayedModel();

  /** Chi of an answer that ends so, in place of the usual. */
  final Map<String, Double> chis = new ConcurrentHashMap<>();

  volatile GateDecision.Outcome gate = GateDecision.Outcome.COMMIT;

  final Peer inference = new Peer(this::infer);
  final Peer critic = new Peer(this::judge);
  final Peer audit = new Peer(this::audit);

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
      case "/v1/specialists/nobody/concepts" -> problem(404, "unknown-specialist");
      case "/v1/specialists/units/suspicion" -> new Reply(204, "");
      case "/actuator/health/quality" -> ok(Map.of("status", "UP"));
      default -> problem(404, "not-found");
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
      case "/v1/verdicts" -> verdicts(request);
      case "/v1/critics" -> ok(Canned.critics());
      case "/v1/critics/order-sensitivity" -> ok(Canned.orderSensitivity());
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

  private Reply audit(Request request) {
    String path = path(request);
    if (path.equals("/v1/tools/sql")) {
      return ok(new SqlResult("42", false));
    }
    if (path.equals("/actuator/health/integrity")) {
      return ok(Map.of("status", "UP"));
    }
    if (path.equals("/v1/runs")) {
      return request.getMethod().getName().equals("POST")
          ? submit(request)
          : ok(new RunPage(List.of(), null));
    }
    if (path.startsWith("/v1/blocks/")) {
      return ok("block");
    }
    return read(request, path.split("/"));
  }

  private Reply submit(Request request) {
    RunSubmission run = JSON.readValue(request.getBodyAsString(), RunSubmission.class);
    recorded.put(run.envelope().runId(), run);
    return ok(new RunReceipt(run.envelope().runId(), hash(run), RecordState.COMMITTED));
  }

  private static String hash(RunSubmission run) {
    return RunRecordHash.of(JSON.writeValueAsString(run.envelope()));
  }

  private Reply read(Request request, String[] path) {
    RunSubmission run = recorded.get(UUID.fromString(path[3]));
    String tenant = request.queryParameter("tenant").firstValue();
    if (run == null || !run.envelope().tenant().equals(tenant)) {
      return problem(404, "run-not-found");
    }
    if (request.getMethod().getName().equals("DELETE")) {
      erased.put(run.envelope().runId(), request.queryParameter("by").firstValue());
      return new Reply(204, "");
    }
    ContentState state =
        erased.containsKey(run.envelope().runId())
            ? ContentState.ERASED
            : run.content() == null ? ContentState.NOT_KEPT : ContentState.KEPT;
    return path.length > 4
        ? ok(new TokenPage(Canned.recordedTokens(), null))
        : ok(
            new RunView(
                run.envelope(),
                hash(run),
                new ReconciliationSummary(0, 0, ReconciliationSummary.Level.STRICT),
                List.of(),
                state == ContentState.KEPT ? run.content() : null,
                state));
  }

  private static String path(Request request) {
    return request.getUrl().split("\\?", 2)[0];
  }

  private static Reply ok(Object body) {
    return new Reply(200, JSON.writeValueAsString(body));
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
