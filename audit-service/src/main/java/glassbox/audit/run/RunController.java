package glassbox.audit.run;

import glassbox.audit.reads.AuditedRead;
import glassbox.contracts.generation.RecordState;
import glassbox.contracts.run.RunPage;
import glassbox.contracts.run.RunReceipt;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.run.RunView;
import glassbox.contracts.run.TokenPage;
import glassbox.contracts.run.TraceView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Recorded runs over HTTP. */
@RestController
@RequestMapping(path = "/v1/runs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "runs", description = "Recorded runs, read by their own tenant only")
class RunController {
  private static final String TENANT = "[^\\p{Cntrl}]{1,200}";
  private static final String TENANT_RULE = "must be 1 to 200 printable characters";

  private final RunRecorder recorder;
  private final RunReader reader;

  RunController(RunRecorder recorder, RunReader reader) {
    this.recorder = recorder;
    this.reader = reader;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Record a run",
      description = "All its blocks must be recorded. Idempotent: the same envelope gives 200.")
  @ApiResponse(responseCode = "201", description = "Recorded")
  @ApiResponse(responseCode = "200", description = "Was recorded before")
  ResponseEntity<RunReceipt> record(@RequestBody RunSubmission submission) {
    RunRecorder.Recorded recorded = recorder.record(submission);
    return ResponseEntity.status(recorded.created() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(
            new RunReceipt(
                submission.envelope().runId(), recorded.recordHash(), RecordState.COMMITTED));
  }

  @AuditedRead("runs")
  @GetMapping
  @Operation(summary = "List a tenant's runs, newest first")
  RunPage list(
      @RequestParam @Pattern(regexp = TENANT, message = TENANT_RULE) String tenant,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return reader.list(tenant, cursor, limit);
  }

  @AuditedRead("run")
  @GetMapping("/{id}")
  @Operation(summary = "Read a run")
  RunView view(
      @PathVariable UUID id,
      @RequestParam @Pattern(regexp = TENANT, message = TENANT_RULE) String tenant) {
    return reader.view(id, tenant);
  }

  @AuditedRead("trace")
  @GetMapping("/{id}/trace")
  @Operation(
      summary = "Read a run's evidence",
      description =
          "What tools gave, which claims rest on it. Texts only where they are kept; personal data"
              + " is masked in them. 404 for a run of one plain pass.")
  TraceView trace(
      @PathVariable UUID id,
      @RequestParam @Pattern(regexp = TENANT, message = TENANT_RULE) String tenant) {
    return reader.trace(id, tenant);
  }

  @DeleteMapping("/{id}/content")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Erase a run's texts and token ids for good",
      description =
          "Destroys their key and records who asked. Numbers, hashes and proofs stay valid."
              + " Idempotent.")
  void eraseContent(
      @PathVariable UUID id,
      @RequestParam @Pattern(regexp = TENANT, message = TENANT_RULE) String tenant,
      @RequestParam @Pattern(regexp = TENANT, message = TENANT_RULE) String by) {
    reader.eraseContent(id, tenant, by);
  }

  @AuditedRead("tokens")
  @GetMapping("/{id}/tokens")
  @Operation(
      summary = "Read a run's tokens",
      description = "Of all passes, one after another. A page may hold fewer than limit.")
  TokenPage tokens(
      @PathVariable UUID id,
      @RequestParam @Pattern(regexp = TENANT, message = TENANT_RULE) String tenant,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit) {
    return reader.tokens(id, tenant, cursor, limit);
  }
}
