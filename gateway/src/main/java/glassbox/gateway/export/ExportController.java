package glassbox.gateway.export;

import glassbox.gateway.access.Caller;
import glassbox.gateway.access.Requires;
import glassbox.gateway.access.Scope;
import glassbox.gateway.downstream.Audit;
import glassbox.gateway.downstream.Audit.Period;
import glassbox.gateway.downstream.DownstreamRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exports of a period over HTTP, passed on as they come. */
@RestController
@Tag(name = "Exports")
class ExportController {
  private static final String FROM =
      "First instant or UTC day; 30 days before the end if it is absent.";
  private static final String TO = "Instant to stop before, or last UTC day; now if it is absent.";
  private static final String PARQUET = "application/vnd.apache.parquet";
  private static final String JSONL = "application/jsonl";

  private final Audit audit;

  ExportController(Audit audit) {
    this.audit = audit;
  }

  @Operation(
      operationId = "exportRuns",
      summary = "Export a period's runs, or their tokens, as JSON Lines or Parquet")
  @ApiResponse(
      responseCode = "200",
      description = "One row a run or a token",
      content = {
        @Content(mediaType = JSONL, schema = @Schema(type = "string")),
        @Content(mediaType = PARQUET, schema = @Schema(type = "string", format = "binary"))
      })
  @GetMapping("/v1/runs/export")
  @Requires(Scope.READ_RUNS)
  void export(
      Caller caller,
      @RequestParam(defaultValue = "jsonl")
          @Pattern(regexp = "jsonl|parquet", message = "must be jsonl or parquet")
          String format,
      @RequestParam(defaultValue = "tokens")
          @Pattern(regexp = "runs|tokens", message = "must be runs or tokens")
          String rows,
      @Parameter(description = FROM) @RequestParam(required = false) @Size(max = 40)
          @Nullable String from,
      @Parameter(description = TO) @RequestParam(required = false) @Size(max = 40)
          @Nullable String to,
      HttpServletResponse response)
      throws IOException {
    pass(
        () -> audit.export(caller.tenant(), format, rows, new Period(from, to)),
        format.equals("parquet") ? PARQUET : JSONL,
        "glassbox-" + rows + "." + format,
        response);
  }

  @Operation(
      operationId = "exportBundles",
      summary = "Export a period's runs with all that an outsider needs to verify them")
  @ApiResponse(
      responseCode = "200",
      description = "One bundle for lab verify (docs/verify.md)",
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema = @Schema(type = "string", format = "binary")))
  @GetMapping("/v1/runs/bundle")
  @Requires(Scope.READ_RUNS)
  void bundles(
      Caller caller,
      @Parameter(description = FROM) @RequestParam(required = false) @Size(max = 40)
          @Nullable String from,
      @Parameter(description = TO) @RequestParam(required = false) @Size(max = 40)
          @Nullable String to,
      HttpServletResponse response)
      throws IOException {
    pass(
        () -> bundle(caller.tenant(), new Period(from, to)),
        "application/octet-stream",
        "glassbox-bundle.jsonl",
        response);
  }

  private InputStream bundle(String tenant, Period period) {
    try {
      return audit.bundles(tenant, period);
    } catch (DownstreamRefused e) {
      if (e.is("not-yet-integrated")) {
        throw new NotIntegratedYet();
      }
      throw e;
    }
  }

  private static void pass(
      Supplier<InputStream> answer, String type, String name, HttpServletResponse response)
      throws IOException {
    try (InputStream body = answer.get()) {
      response.setContentType(type);
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename(name).build().toString());
      response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
      body.transferTo(response.getOutputStream());
    }
  }
}
