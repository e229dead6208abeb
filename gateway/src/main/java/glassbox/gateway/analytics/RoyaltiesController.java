package glassbox.gateway.analytics;

import glassbox.contracts.analytics.RoyaltyPublicKey;
import glassbox.contracts.analytics.RoyaltyReceipt;
import glassbox.contracts.analytics.RoyaltyReceiptBatch;
import glassbox.contracts.analytics.RoyaltyRequest;
import glassbox.contracts.analytics.RoyaltyStatement;
import glassbox.contracts.analytics.RoyaltyVerdicts;
import glassbox.gateway.access.Caller;
import glassbox.gateway.access.Requires;
import glassbox.gateway.access.Scope;
import glassbox.gateway.downstream.Analytics;
import glassbox.gateway.downstream.Analytics.Days;
import glassbox.gateway.downstream.Analytics.Fee;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Royalties over HTTP. */
@RestController
@RequestMapping(path = "/v1/analytics/royalties", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Royalties")
class RoyaltiesController {
  private static final long LARGEST_FEE = 9_007_199_254_740_991L;

  private final Analytics analytics;

  RoyaltiesController(Analytics analytics) {
    this.analytics = analytics;
  }

  @Operation(
      operationId = "splitRoyalties",
      summary = "Split a fee by measured share: 30% trainers, 70% hosts; nothing is issued")
  @GetMapping
  @Requires(Scope.READ_ANALYTICS)
  RoyaltyStatement split(
      Caller caller,
      @Parameter(description = "Minor units of the currency.")
          @RequestParam
          @Min(1)
          @Max(LARGEST_FEE)
          long fee,
      @Parameter(description = "ISO 4217.")
          @RequestParam
          @Pattern(regexp = "[A-Z]{3}", message = "must be three capital letters")
          String currency,
      @Parameter(description = "Split by the shares of this run, not of a period.")
          @RequestParam(required = false)
          @Nullable UUID run,
      @Parameter(description = AnalyticsController.FROM)
          @RequestParam(required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @Parameter(description = AnalyticsController.TO)
          @RequestParam(required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to) {
    return analytics.split(caller.tenant(), new Fee(fee, currency, run, new Days(from, to)));
  }

  @Operation(
      operationId = "issueRoyaltyReceipt",
      summary = "Issue the signed receipt of a run's fee; the same again is the same receipt")
  @PostMapping(path = "/receipts", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.ISSUE_ROYALTIES)
  RoyaltyReceipt issue(Caller caller, @RequestBody RoyaltyRequest request) {
    return analytics.issue(caller.tenant(), request);
  }

  @Operation(
      operationId = "verifyRoyaltyReceipts",
      summary = "Tell valid receipts from forged and duplicate ones")
  @PostMapping(path = "/receipts/verify", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.READ_ANALYTICS)
  RoyaltyVerdicts verify(Caller caller, @RequestBody RoyaltyReceiptBatch batch) {
    return analytics.verify(caller.tenant(), batch);
  }

  @Operation(
      operationId = "readRoyaltyKey",
      summary = "Read the key that receipts are checked with")
  @GetMapping("/key")
  @Requires(Scope.READ_ANALYTICS)
  RoyaltyPublicKey key() {
    return analytics.key();
  }
}
