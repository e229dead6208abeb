package glassbox.audit.export;

import glassbox.audit.reads.AuditedRead;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bundles over HTTP. */
@RestController
@Tag(name = "exports")
class BundleController {
  private final Bundles bundles;

  BundleController(Bundles bundles) {
    this.bundles = bundles;
  }

  @AuditedRead("bundle")
  @GetMapping(path = "/v1/runs/{id}/bundle", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Operation(
      summary = "Export a run with all that an outsider needs to verify it",
      description =
          "A file for lab verify (docs/verify.md). With from, also that the published checkpoint"
              + " extends an earlier one of that size. 409 for up to a second after the run was"
              + " recorded.")
  byte[] bundle(
      @PathVariable UUID id,
      @RequestParam
          @Pattern(
              regexp = "[^\\p{Cntrl}]{1,200}",
              message = "must be 1 to 200 printable characters")
          String tenant,
      @RequestParam(required = false) @Min(0) @Nullable Long from) {
    return bundles.of(id, tenant, from);
  }
}
