package glassbox.audit.log;

import glassbox.audit.reads.AuditedRead;
import glassbox.contracts.run.RecordProof;
import glassbox.contracts.run.RunProof;
import io.swagger.v3.oas.annotations.Operation;
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
@Tag(name = "log")
class ProofController {
  private final LogPlaces places;
  private final LogReader reader;
  private final LogRecords records;

  ProofController(LogPlaces places, LogReader reader, LogRecords records) {
    this.places = places;
    this.reader = reader;
    this.records = records;
  }

  @AuditedRead("erasure")
  @GetMapping(path = "/v1/runs/{id}/erasure", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Prove that a run's content was erased",
      description = "The record of the erasure, and that it is in the log.")
  RecordProof erasure(
      @PathVariable UUID id,
      @RequestParam
          @Pattern(
              regexp = "[^\\p{Cntrl}]{1,200}",
              message = "must be 1 to 200 printable characters")
          String tenant) {
    return records.erasure(id, tenant);
  }

  @AuditedRead("retention")
  @GetMapping(path = "/v1/log/retentions/{month}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Prove that a month of runs was dropped",
      description = "The record of what was dropped, and that it is in the log.")
  RecordProof retention(
      @PathVariable @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])", message = "must be like 2019-01")
          String month) {
    return records.retention(YearMonth.parse(month));
  }

  @AuditedRead("proof")
  @GetMapping(path = "/v1/runs/{id}/proof", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Prove that a run is in the log",
      description =
          "With from, also that the published checkpoint extends an earlier one of that size. 409"
              + " for up to a second after the run was recorded.")
  RunProof proof(
      @PathVariable UUID id,
      @RequestParam
          @Pattern(
              regexp = "[^\\p{Cntrl}]{1,200}",
              message = "must be 1 to 200 printable characters")
          String tenant,
      @RequestParam(required = false) @Min(0) @Nullable Long from) {
    return reader.proof(places.indexOf(id, tenant), from);
  }
}
