package glassbox.gateway.analytics;

import glassbox.contracts.analytics.QualityReport;
import glassbox.contracts.analytics.ReconciliationReport;
import glassbox.contracts.analytics.SpecialistsReport;
import glassbox.gateway.access.Caller;
import glassbox.gateway.access.Requires;
import glassbox.gateway.access.Scope;
import glassbox.gateway.downstream.Analytics;
import glassbox.gateway.downstream.Analytics.Days;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Analytics")
class AnalyticsController {
  static final String FROM = "First UTC day; absent: 29 days before the last.";
  static final String TO = "Last UTC day, included; absent: today. At most 366 days.";

  private final Analytics analytics;

  AnalyticsController(Analytics analytics) {
    this.analytics = analytics;
  }

  @Operation(
      operationId = "analyseSpecialists",
      summary = "Read who contributed what: shares over time, over-reliance, who is dispensable")
  @GetMapping("/specialists")
  @Requires(Scope.READ_ANALYTICS)
  SpecialistsReport specialists(
      Caller caller,
      @Parameter(description = FROM)
          @RequestParam(required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @Parameter(description = TO)
          @RequestParam(required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to) {
    return analytics.specialists(caller.tenant(), new Days(from, to));
  }

  @Operation(
      operationId = "analyseReconciliation",
      summary = "Read how well the records add up, and what was refused")
  @GetMapping("/reconciliation")
  @Requires(Scope.READ_ANALYTICS)
  ReconciliationReport reconciliation(
      Caller caller,
      @Parameter(description = FROM)
          @RequestParam(required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @Parameter(description = TO)
          @RequestParam(required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to) {
    return analytics.reconciliation(caller.tenant(), new Days(from, to));
  }

  @Operation(
      operationId = "analyseQuality",
      summary = "Read how good the answers were: CSA, chi and decisions by federation")
  @GetMapping("/quality")
  @Requires(Scope.READ_ANALYTICS)
  QualityReport quality(
      Caller caller,
      @Parameter(description = FROM)
          @RequestParam(required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @Parameter(description = TO)
          @RequestParam(required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to) {
    return analytics.quality(caller.tenant(), new Days(from, to));
  }
}
