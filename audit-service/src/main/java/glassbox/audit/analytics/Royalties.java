package glassbox.audit.analytics;

import glassbox.audit.analytics.RoyaltyRefusedException.Reason;
import glassbox.contracts.analytics.RoyaltyPart;
import glassbox.contracts.analytics.RoyaltyReceipt;
import glassbox.contracts.analytics.RoyaltyRequest;
import glassbox.contracts.analytics.RoyaltyStatement;
import glassbox.ledger.royalty.RoyaltyClaim;
import glassbox.ledger.royalty.RoyaltySplit;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Splits fees by what was measured, and issues receipts of it. */
@Service
class Royalties {
  private final SpecialistReports reports;
  private final RoyaltyRuns runs;
  private final RoyaltyRegister register;
  private final RoyaltyKeys keys;
  private final Clock clock;

  Royalties(
      SpecialistReports reports,
      RoyaltyRuns runs,
      RoyaltyRegister register,
      RoyaltyKeys keys,
      Clock clock) {
    this.reports = reports;
    this.runs = runs;
    this.register = register;
    this.keys = keys;
    this.clock = clock;
  }

  /** The split of a fee by the shares of a period's answers, each token counting once. */
  RoyaltyStatement ofPeriod(String tenant, Period period, Fee fee) {
    Map<String, Long> mass = reports.massBySpecialist(tenant, period);
    double all = mass.values().stream().mapToDouble(Long::doubleValue).sum();
    if (!(all > 0)) {
      throw new RoyaltyRefusedException(Reason.NO_SHARES);
    }
    List<RoyaltyClaim> claims =
        mass.entrySet().stream()
            .map(m -> RoyaltyClaim.ofShare(m.getKey(), m.getValue() / all))
            .toList();
    return statement(null, period, fee, RoyaltySplit.of(fee.amount(), claims));
  }

  /** The split of a fee by the shares of one run's answer. */
  RoyaltyStatement ofRun(String tenant, UUID runId, Fee fee) {
    var run = run(tenant, runId);
    return statement(run, null, fee, RoyaltySplit.of(fee.amount(), run.claims()));
  }

  /**
   * Issues a receipt. The same request again gives the same receipt.
   *
   * @throws RoyaltyRefusedException if the run or its shares are not there, or the fee has a
   *     receipt over something else
   */
  Issued issue(String tenant, RoyaltyRequest request) {
    var receipt =
        glassbox.ledger.royalty.RoyaltyReceipt.of(
            run(tenant, request.runId()),
            request.feeId(),
            request.fee(),
            request.currency(),
            now());
    RoyaltyReceipt signed = signed(receipt);
    if (register.enter(tenant, signed)) {
      return new Issued(signed, true);
    }
    RoyaltyReceipt earlier =
        register
            .find(tenant, request.runId(), request.feeId())
            .filter(e -> e.fee() == request.fee() && e.currency().equals(request.currency()))
            .orElseThrow(() -> new RoyaltyRefusedException(Reason.FEE_TAKEN));
    return new Issued(earlier, false);
  }

  private glassbox.ledger.royalty.RoyaltyReceipt.Run run(String tenant, UUID runId) {
    var run =
        runs.find(tenant, runId).orElseThrow(() -> new RoyaltyRefusedException(Reason.RUN_UNKNOWN));
    if (run.claims().isEmpty()) {
      throw new RoyaltyRefusedException(Reason.NO_SHARES);
    }
    return run;
  }

  private RoyaltyReceipt signed(glassbox.ledger.royalty.RoyaltyReceipt receipt) {
    return new RoyaltyReceipt(
        receipt.runId(),
        receipt.recordHash(),
        receipt.feeId(),
        receipt.fee(),
        receipt.currency(),
        receipt.issuedAt(),
        outward(receipt.parts()),
        keys.current().verifier().id(),
        Base64.getEncoder().encodeToString(keys.current().sign(receipt)));
  }

  private static RoyaltyStatement statement(
      glassbox.ledger.royalty.RoyaltyReceipt.@Nullable Run run,
      @Nullable Period period,
      Fee fee,
      List<glassbox.ledger.royalty.RoyaltyPart> parts) {
    return new RoyaltyStatement(
        run == null ? null : run.id(),
        run == null ? null : run.recordHash(),
        period == null ? null : period.from(),
        period == null ? null : period.to(),
        fee.amount(),
        fee.currency(),
        RoyaltySplit.TRAINER_PERCENT,
        RoyaltySplit.HOST_PERCENT,
        outward(parts));
  }

  private static List<RoyaltyPart> outward(List<glassbox.ledger.royalty.RoyaltyPart> parts) {
    return parts.stream()
        .map(p -> new RoyaltyPart(p.specialist(), p.weight(), p.trainer(), p.host()))
        .toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** A fee in minor units, at least 1. */
  record Fee(long amount, String currency) {}

  /** A receipt; {@code created} is false if it was issued before. */
  record Issued(RoyaltyReceipt receipt, boolean created) {}
}
