package glassbox.audit.reads;

import glassbox.contracts.reads.ReadPage;
import glassbox.contracts.reads.ReadRecord;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads over HTTP, for a reviewer. */
@RestController
@Tag(name = "reads", description = "Who read what of the audit")
class ReadsController {
  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final Reads reads;

  ReadsController(Reads reads) {
    this.reads = reads;
  }

  @GetMapping(path = "/v1/audit/reads", produces = MediaType.APPLICATION_JSON_VALUE)
  @AuditedRead("reads")
  @Operation(
      summary = "List who read what of a tenant's records, newest first",
      description = "With run, of that run only. This read is recorded too.")
  ReadPage list(
      @RequestParam
          @Pattern(
              regexp = "[^\\p{Cntrl}]{1,200}",
              message = "must be 1 to 200 printable characters")
          String tenant,
      @RequestParam(required = false) @Nullable UUID run,
      @RequestParam(required = false) @Nullable UUID cursor,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    List<ReadRecord> found =
        reads.before(tenant, cursor == null ? AFTER_ALL : cursor, run, limit + 1);
    if (found.size() <= limit) {
      return new ReadPage(found, null);
    }
    List<ReadRecord> page = found.subList(0, limit);
    return new ReadPage(page, page.getLast().id().toString());
  }
}
