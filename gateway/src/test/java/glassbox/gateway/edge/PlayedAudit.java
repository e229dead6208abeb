package glassbox.gateway.edge;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import glassbox.contracts.generation.ReconciliationSummary;
import glassbox.contracts.generation.RecordState;
import glassbox.contracts.reads.ReadPage;
import glassbox.contracts.run.ContentState;
import glassbox.contracts.run.RecordProof;
import glassbox.contracts.run.RunContent;
import glassbox.contracts.run.RunPage;
import glassbox.contracts.run.RunProof;
import glassbox.contracts.run.RunReceipt;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.run.RunView;
import glassbox.contracts.run.TokenPage;
import glassbox.contracts.run.TraceView;
import glassbox.contracts.tool.RoadMap;
import glassbox.contracts.tool.SqlResult;
import glassbox.gateway.edge.Peer.Reply;
import glassbox.ledger.run.RunRecordHash;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Audit as a stand-in: knows every route that the gateway calls, keeps the runs that it is sent,
 * and has a log of nothing.
 */
final class PlayedAudit {
  private static final String NOTE = "example.org/log\n1\nroot\n\n\u2014 example.org/log sig\n";

  final Map<UUID, RunSubmission> recorded = new ConcurrentHashMap<>();

  /** Who erased which run's content. */
  final Map<UUID, String> erased = new ConcurrentHashMap<>();

  Reply answer(Request request) {
    String path = Peers.path(request);
    return switch (path) {
      case "/v1/runs" ->
          request.getMethod().equals(RequestMethod.POST)
              ? submit(request)
              : Peers.ok(new RunPage(List.of(), null));
      case "/v1/runs/export", "/v1/runs/bundle" -> new Reply(200, "{}\n");
      case "/v1/audit/reads" -> Peers.ok(new ReadPage(List.of(), null));
      case "/v1/log/checkpoint" -> new Reply(200, NOTE);
      case "/v1/log/cosignatures" -> Peers.problem(422, "cosignature-refused");
      case "/v1/tools/sql" -> Peers.ok(new SqlResult("42", false));
      case "/v1/tools/roads" -> Peers.ok(new RoadMap(List.of(new RoadMap.Road("Mill", "Port", 7))));
      case "/actuator/health/integrity" -> Peers.ok(Map.of("status", "UP"));
      default -> below(request, path.split("/"));
    };
  }

  private Reply below(Request request, String[] path) {
    return switch (path[2]) {
      case "runs" -> ofRun(request, UUID.fromString(path[3]), path.length > 4 ? path[4] : "");
      case "blocks" -> Peers.ok("block");
      case "analytics" -> PlayedAnalytics.answer(Peers.path(request));
      case "log" ->
          switch (path[3]) {
            case "tile" -> Peers.problem(404, "tile-not-found");
            case "retentions" -> Peers.problem(404, "log-record-not-found");
            default -> Peers.unknown();
          };
      default -> Peers.unknown();
    };
  }

  private Reply submit(Request request) {
    RunSubmission run = Peers.JSON.readValue(request.getBodyAsString(), RunSubmission.class);
    recorded.put(run.envelope().runId(), run);
    return Peers.ok(new RunReceipt(run.envelope().runId(), hash(run), RecordState.COMMITTED));
  }

  private static String hash(RunSubmission run) {
    return RunRecordHash.of(Peers.JSON.writeValueAsString(run.envelope()));
  }

  private Reply ofRun(Request request, UUID id, String part) {
    RunSubmission run = recorded.get(id);
    String tenant = request.queryParameter("tenant").firstValue();
    if (run == null || !run.envelope().tenant().equals(tenant)) {
      return Peers.problem(404, "run-not-found");
    }
    return switch (part) {
      case "" -> Peers.ok(view(run));
      case "tokens" -> Peers.ok(new TokenPage(Canned.recordedTokens(), null));
      case "trace" -> trace(run);
      case "proof" -> Peers.ok(new RunProof(0, hash(run), "ab", NOTE, List.of(), List.of()));
      case "bundle" -> new Reply(200, "{}\n");
      case "content" -> erase(id, request.queryParameter("by").firstValue());
      case "erasure" ->
          erased.containsKey(id)
              ? Peers.ok(new RecordProof("erasure", "{}", 1, "ab", NOTE, List.of()))
              : Peers.problem(404, "log-record-not-found");
      default -> Peers.unknown();
    };
  }

  private Reply erase(UUID id, String by) {
    erased.put(id, by);
    return new Reply(204, "");
  }

  private ContentState state(RunSubmission run) {
    if (erased.containsKey(run.envelope().runId())) {
      return ContentState.ERASED;
    }
    return run.content() == null ? ContentState.NOT_KEPT : ContentState.KEPT;
  }

  private RunView view(RunSubmission run) {
    ContentState state = state(run);
    return new RunView(
        run.envelope(),
        hash(run),
        new ReconciliationSummary(0, 0, ReconciliationSummary.Level.STRICT),
        List.of(),
        state == ContentState.KEPT ? run.content() : null,
        state);
  }

  private Reply trace(RunSubmission run) {
    if (run.envelope().esi() == null) {
      return Peers.problem(404, "trace-not-found");
    }
    ContentState state = state(run);
    RunContent content = run.content();
    return Peers.ok(
        new TraceView(
            run.envelope().runId(),
            state,
            run.envelope().esi().trace(),
            state == ContentState.KEPT && content != null ? content.trace() : null));
  }
}
