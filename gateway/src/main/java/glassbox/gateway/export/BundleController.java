package glassbox.gateway.export;

import glassbox.gateway.access.Caller;
import glassbox.gateway.access.Requires;
import glassbox.gateway.access.Scope;
import glassbox.gateway.downstream.Audit;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.records.RunRecorder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Verification bundles over HTTP. */
@RestController
@Tag(name = "Exports")
class BundleController {
  private final Audit audit;
  private final RunRecorder recorder;

  BundleController(Audit audit, RunRecorder recorder) {
    this.audit = audit;
    this.recorder = recorder;
  }

  @Operation(
      operationId = "exportBundle",
      summary = "Export a run with all that an outsider needs to verify it (docs/verify.md)")
  @GetMapping(path = "/v1/runs/{id}/bundle", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Requires(Scope.READ_RUNS)
  ResponseEntity<byte[]> bundle(
      Caller caller,
      @PathVariable UUID id,
      @Parameter(description = "Size of a checkpoint seen before: proves that the log only grew.")
          @RequestParam(required = false)
          @Min(0)
          @Nullable Long from) {
    ContentDisposition file =
        ContentDisposition.attachment().filename("glassbox-" + id + ".jsonl").build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
        .cacheControl(CacheControl.noStore())
        .body(read(id, caller.tenant(), from));
  }

  private byte[] read(UUID id, String tenant, @Nullable Long from) {
    try {
      return audit.bundle(id, tenant, from);
    } catch (DownstreamRefused e) {
      if (e.is("not-yet-integrated") || (e.is("run-not-found") && recorder.isPending(id, tenant))) {
        throw new NotIntegratedYet();
      }
      throw e;
    }
  }
}
