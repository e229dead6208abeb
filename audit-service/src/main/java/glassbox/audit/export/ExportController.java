package glassbox.audit.export;

import glassbox.audit.reads.AuditedRead;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exports over HTTP, written as they are read. An answer that fails midway is cut off, so that
 * nobody takes it for whole.
 */
@RestController
@Tag(name = "exports")
class ExportController {
  private static final String TENANT = "[^\\p{Cntrl}]{1,200}";
  private static final String TENANT_RULE = "must be 1 to 200 printable characters";

  private final ExportRows rows;
  private final RangeBundles bundles;
  private final JsonMapper mapper;
  private final Clock clock;

  ExportController(ExportRows rows, RangeBundles bundles, JsonMapper mapper, Clock clock) {
    this.rows = rows;
    this.bundles = bundles;
    this.mapper = mapper;
    this.clock = clock;
  }

  @AuditedRead("export")
  @GetMapping("/v1/runs/export")
  @Operation(
      summary = "Export a period's runs, or their tokens, as JSON Lines or Parquet",
      description =
          "from and to are instants, of which the second is excluded, or UTC days, of which the"
              + " second is included; without them, the last 30 days. Texts where they are kept.")
  @ApiResponse(
      responseCode = "200",
      description = "One row a run or a token",
      content = {
        @Content(mediaType = "application/jsonl", schema = @Schema(type = "string")),
        @Content(
            mediaType = "application/vnd.apache.parquet",
            schema = @Schema(type = "string", format = "binary"))
      })
  void export(
      @RequestParam @Pattern(regexp = TENANT, message = TENANT_RULE) String tenant,
      @RequestParam(defaultValue = "jsonl")
          @Pattern(regexp = "jsonl|parquet", message = "must be jsonl or parquet")
          String format,
      @RequestParam(defaultValue = "tokens")
          @Pattern(regexp = "runs|tokens", message = "must be runs or tokens")
          String rows,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      HttpServletResponse response)
      throws IOException {
    ExportPeriod period = ExportPeriod.of(from, to, clock);
    ExportFormat how = ExportFormat.valueOf(format.toUpperCase(Locale.ROOT));
    response.setContentType(how.mediaType());
    OutputStream out = response.getOutputStream();
    if (rows.equals("runs")) {
      how.write(RunRow.class, out, mapper, sink -> this.rows.runs(tenant, period, sink));
    } else {
      how.write(TokenRow.class, out, mapper, sink -> this.rows.tokens(tenant, period, sink));
    }
  }

  @AuditedRead("bundles")
  @GetMapping("/v1/runs/bundle")
  @Operation(
      summary = "Export a period's runs with all that an outsider needs to verify them",
      description =
          "One file for lab verify (docs/verify.md) under one checkpoint; at most 10,000 runs and"
              + " 256 MiB. 409 for up to a second after the last of them was recorded.")
  @ApiResponse(
      responseCode = "200",
      description = "The bundle",
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema = @Schema(type = "string", format = "binary")))
  void bundle(
      @RequestParam @Pattern(regexp = TENANT, message = TENANT_RULE) String tenant,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      HttpServletResponse response)
      throws IOException {
    RangeBundles.Prepared prepared = bundles.prepare(tenant, ExportPeriod.of(from, to, clock));
    response.setContentType("application/octet-stream");
    bundles.write(prepared, response.getOutputStream());
  }
}
