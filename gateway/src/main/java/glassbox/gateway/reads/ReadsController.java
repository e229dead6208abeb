package glassbox.gateway.reads;

import glassbox.contracts.reads.ReadPage;
import glassbox.gateway.access.Caller;
import glassbox.gateway.access.Requires;
import glassbox.gateway.access.Scope;
import glassbox.gateway.downstream.Audit;
import glassbox.gateway.downstream.Audit.Position;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads of the audit over HTTP. */
@RestController
@Tag(name = "Reads")
class ReadsController {
  private final Audit audit;

  ReadsController(Audit audit) {
    this.audit = audit;
  }

  @Operation(
      operationId = "listReads",
      summary = "List who read what of the tenant's records, newest first",
      description = "Every read is recorded before it is answered; this one too.")
  @GetMapping(path = "/v1/audit/reads", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.REVIEW_READS)
  ReadPage reads(
      Caller caller,
      @Parameter(description = "Only reads of this run.") @RequestParam(required = false)
          @Nullable UUID run,
      @Parameter(description = "The next of the page before; absent for the first page.")
          @RequestParam(required = false)
          @Size(max = 512)
          @Nullable String cursor,
      @Parameter(description = "Most items of the page, 1 to 200.")
          @RequestParam(required = false)
          @Min(1)
          @Max(200)
          @Nullable Integer limit) {
    return audit.reads(caller.tenant(), run, new Position(cursor, limit));
  }
}
