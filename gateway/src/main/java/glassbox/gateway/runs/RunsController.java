package glassbox.gateway.runs;

import glassbox.contracts.run.RunPage;
import glassbox.contracts.run.RunView;
import glassbox.contracts.run.TokenPage;
import glassbox.contracts.run.TraceView;
import glassbox.gateway.access.Caller;
import glassbox.gateway.access.Requires;
import glassbox.gateway.access.Scope;
import glassbox.gateway.downstream.Audit.Position;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Recorded runs over HTTP. */
@RestController
@RequestMapping(path = "/v1/runs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Runs")
class RunsController {
  private static final String LIMIT = "Most items of the page, 1 to 200.";
  private static final String CURSOR = "The next of the page before; absent for the first page.";

  private final Runs runs;
  private final Replays replays;

  RunsController(Runs runs, Replays replays) {
    this.runs = runs;
    this.replays = replays;
  }

  @Operation(operationId = "listRuns", summary = "List the tenant's runs, newest first")
  @GetMapping
  @Requires(Scope.READ_RUNS)
  RunPage page(
      Caller caller,
      @Parameter(description = CURSOR) @RequestParam(required = false) @Size(max = 512)
          @Nullable String cursor,
      @Parameter(description = LIMIT) @RequestParam(required = false) @Min(1) @Max(200)
          @Nullable Integer limit) {
    return runs.page(caller.tenant(), new Position(cursor, limit));
  }

  @Operation(operationId = "readRun", summary = "Read a run: its envelope, verdicts and shares")
  @GetMapping("/{id}")
  @Requires(Scope.READ_RUNS)
  RunView run(Caller caller, @PathVariable UUID id) {
    return runs.find(id, caller.tenant());
  }

  @Operation(operationId = "readRunTokens", summary = "Read a run's tokens with who wanted each")
  @GetMapping("/{id}/tokens")
  @Requires(Scope.READ_RUNS)
  TokenPage tokens(
      Caller caller,
      @PathVariable UUID id,
      @Parameter(description = CURSOR) @RequestParam(required = false) @Size(max = 512)
          @Nullable String cursor,
      @Parameter(description = LIMIT) @RequestParam(required = false) @Min(1) @Max(200)
          @Nullable Integer limit) {
    return runs.tokens(id, caller.tenant(), new Position(cursor, limit));
  }

  @Operation(
      operationId = "readRunTrace",
      summary = "Read a run's evidence: what tools gave, which claims rest on it",
      description =
          "Texts only where they are kept; personal data is masked. 404 for one plain pass.")
  @GetMapping("/{id}/trace")
  @Requires(Scope.READ_RUNS)
  TraceView trace(Caller caller, @PathVariable UUID id) {
    return runs.trace(id, caller.tenant());
  }

  @Operation(
      operationId = "eraseRunContent",
      summary = "Erase a run's texts and token ids for good",
      description =
          "Destroys their key and records who asked. Numbers, hashes and proofs stay valid."
              + " Idempotent.")
  @DeleteMapping("/{id}/content")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Scope.ERASE_RUNS)
  void eraseContent(Caller caller, @PathVariable UUID id) {
    runs.eraseContent(id, caller);
  }

  @Operation(
      operationId = "replayRun",
      summary = "Run the recorded tokens again and compare every log-probability")
  @PostMapping("/{id}/replay")
  @Requires(Scope.REPLAY_RUNS)
  RunReplay replay(Caller caller, @PathVariable UUID id) {
    return replays.replay(caller, id);
  }
}
