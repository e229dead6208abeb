package glassbox.gateway.log;

import glassbox.contracts.run.RecordProof;
import glassbox.contracts.run.RunProof;
import glassbox.gateway.access.Caller;
import glassbox.gateway.access.Requires;
import glassbox.gateway.access.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proofs of runs over HTTP. */
@RestController
@Tag(name = "Log")
class ProofController {
  private final PublicLog log;

  ProofController(PublicLog log) {
    this.log = log;
  }

  @Operation(
      operationId = "proveErasure",
      summary = "Prove that a run's content was erased (docs/erasure.md)")
  @GetMapping(path = "/v1/runs/{id}/erasure", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.READ_RUNS)
  RecordProof erasure(Caller caller, @PathVariable UUID id) {
    return log.erasure(id, caller.tenant());
  }

  @Operation(
      operationId = "proveRetention",
      summary = "Prove that a month of runs was dropped (docs/retention.md)")
  @GetMapping(path = "/v1/log/retentions/{month}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.READ_RUNS)
  RecordProof retention(
      Caller caller,
      @PathVariable @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])", message = "must be like 2019-01")
          String month) {
    return log.retention(YearMonth.parse(month));
  }

  @Operation(operationId = "proveRun", summary = "Prove that a run is in the log (docs/log.md)")
  @GetMapping(path = "/v1/runs/{id}/proof", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.READ_RUNS)
  RunProof proof(
      Caller caller,
      @PathVariable UUID id,
      @Parameter(description = "Size of a checkpoint seen before: proves that the log only grew.")
          @RequestParam(required = false)
          @Min(0)
          @Nullable Long from) {
    return log.proof(id, caller.tenant(), from);
  }
}
