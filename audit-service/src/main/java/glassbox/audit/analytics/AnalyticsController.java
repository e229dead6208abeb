package glassbox.audit.analytics;

import glassbox.audit.reads.AuditedRead;
import glassbox.contracts.analytics.QualityReport;
import glassbox.contracts.analytics.ReconciliationReport;
import glassbox.contracts.analytics.SpecialistsReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports over HTTP. */
@RestController
@RequestMapping(path = "/v1/analytics", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "analytics", description = "Many runs of a tenant together; UTC days")
class AnalyticsController {
  static final String TENANT = "[^\\p{Cntrl}]{1,200}";
  static final String TENANT_RULE = "must be 1 to 200 printable characters";

  private final SpecialistReports specialists;
  private final ReconciliationReports reconciliation;
  private final QualityReports quality;
  private final Clock clock;

  AnalyticsController(
      SpecialistReports specialists,
      ReconciliationReports reconciliation,
      QualityReports quality,
      Clock clock) {
    this.specialists = specialists;
    this.reconciliation = reconciliation;
    this.quality = quality;
    this.clock = clock;
  }

  @AuditedRead("specialists")
  @GetMapping("/specialists")
  @Operation(summary = "Who contributed what", description = "Without days: the last 30.")
  SpecialistsReport specialists(
      @RequestParam @Pattern(regexp = TENANT, message = TENANT_RULE) String tenant,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to) {
    return specialists.report(tenant, Period.of(from, to, clock));
  }

  @AuditedRead("reconciliation")
  @GetMapping("/reconciliation")
  @Operation(summary = "How well the records add up", description = "Without days: the last 30.")
  ReconciliationReport reconciliation(
      @RequestParam @Pattern(regexp = TENANT, message = TENANT_RULE) String tenant,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to) {
    return reconciliation.report(tenant, Period.of(from, to, clock));
  }

  @AuditedRead("quality")
  @GetMapping("/quality")
  @Operation(summary = "How good the answers were", description = "Without days: the last 30.")
  QualityReport quality(
      @RequestParam @Pattern(regexp = TENANT, message = TENANT_RULE) String tenant,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to) {
    return quality.report(tenant, Period.of(from, to, clock));
  }
}
