package glassbox.audit.analytics;

import static glassbox.audit.analytics.AnalyticsController.TENANT;
import static glassbox.audit.analytics.AnalyticsController.TENANT_RULE;

import glassbox.audit.analytics.Royalties.Fee;
import glassbox.audit.analytics.Royalties.Issued;
import glassbox.audit.reads.AuditedRead;
import glassbox.contracts.analytics.RoyaltyPublicKey;
import glassbox.contracts.analytics.RoyaltyReceipt;
import glassbox.contracts.analytics.RoyaltyReceiptBatch;
import glassbox.contracts.analytics.RoyaltyRequest;
import glassbox.contracts.analytics.RoyaltyStatement;
import glassbox.contracts.analytics.RoyaltyVerdicts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Royalties over HTTP. */
@RestController
@RequestMapping(path = "/v1/analytics/royalties", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "royalties", description = "Fees split by measured share: 30% trainer, 70% host")
class RoyaltyController {
  /** The largest fee that every JSON reader holds exactly: 2^53 - 1. */
  private static final long LARGEST_FEE = 9_007_199_254_740_991L;

  private static final int MOST_RECEIPTS = 100;
  private static final String CURRENCY = glassbox.ledger.royalty.RoyaltyReceipt.CURRENCY;
  private static final String CURRENCY_RULE = "must be three capital letters";

  private final Royalties royalties;
  private final RoyaltyVerification verification;
  private final RoyaltyKeys keys;
  private final Clock clock;

  RoyaltyController(
      Royalties royalties, RoyaltyVerification verification, RoyaltyKeys keys, Clock clock) {
    this.royalties = royalties;
    this.verification = verification;
    this.keys = keys;
    this.clock = clock;
  }

  @AuditedRead("royalties")
  @GetMapping
  @Operation(
      summary = "Split a fee",
      description =
          "By the shares of one run (run), or of a period (from, to; without: the last 30 days)."
              + " Amounts are whole minor units and sum to the fee. Nothing is issued.")
  RoyaltyStatement split(
      @RequestParam @Pattern(regexp = TENANT, message = TENANT_RULE) String tenant,
      @RequestParam @Min(1) @Max(LARGEST_FEE) long fee,
      @RequestParam @Pattern(regexp = CURRENCY, message = CURRENCY_RULE) String currency,
      @RequestParam(required = false) @Nullable UUID run,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to) {
    Fee amount = new Fee(fee, currency);
    if (run == null) {
      return royalties.ofPeriod(tenant, Period.of(from, to, clock), amount);
    }
    if (from != null || to != null) {
      throw Period.invalid("run", "must not come with from or to");
    }
    return royalties.ofRun(tenant, run, amount);
  }

  @PostMapping(path = "/receipts", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Issue a signed receipt",
      description = "A fee of a run has one receipt: the same request again gives 200 and it.")
  @ApiResponse(responseCode = "201", description = "Issued")
  @ApiResponse(responseCode = "200", description = "Was issued before")
  ResponseEntity<RoyaltyReceipt> issue(
      @RequestParam @Pattern(regexp = TENANT, message = TENANT_RULE) String tenant,
      @RequestBody RoyaltyRequest request) {
    check(request);
    Issued issued = royalties.issue(tenant, request);
    return ResponseEntity.status(issued.created() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(issued.receipt());
  }

  private static void check(RoyaltyRequest request) {
    if (request.fee() < 1 || request.fee() > LARGEST_FEE) {
      throw Period.invalid("fee", "must be 1 to 9007199254740991 minor units");
    }
    if (!request.currency().matches(CURRENCY)) {
      throw Period.invalid("currency", CURRENCY_RULE);
    }
    if (!request.feeId().matches(glassbox.ledger.royalty.RoyaltyReceipt.FEE_ID)) {
      throw Period.invalid("fee_id", "must be 1 to 100 of A-Z a-z 0-9 . _ : -");
    }
  }

  @PostMapping(path = "/receipts/verify", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Verify receipts",
      description = "1 to 100. Only valid ones are to be paid; a second of the same fee is not.")
  RoyaltyVerdicts verify(
      @RequestParam @Pattern(regexp = TENANT, message = TENANT_RULE) String tenant,
      @RequestBody RoyaltyReceiptBatch batch) {
    if (batch.receipts().isEmpty() || batch.receipts().size() > MOST_RECEIPTS) {
      throw Period.invalid("receipts", "must be 1 to 100 receipts");
    }
    return new RoyaltyVerdicts(verification.verify(tenant, batch.receipts()));
  }

  @GetMapping("/key")
  @Operation(summary = "The public key that receipts are checked with")
  RoyaltyPublicKey key() {
    return new RoyaltyPublicKey(keys.current().verifier().id(), keys.current().verifier().text());
  }
}
