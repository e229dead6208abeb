package glassbox.audit.analytics;

import glassbox.contracts.analytics.RoyaltyReceipt;
import glassbox.contracts.analytics.RoyaltyVerdict;
import glassbox.contracts.analytics.RoyaltyVerdict.Outcome;
import glassbox.ledger.royalty.RoyaltyPart;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Judges receipts: signature, register, record; and that none is there twice. */
@Service
class RoyaltyVerification {
  private final RoyaltyRegister register;
  private final RoyaltyRuns runs;
  private final RoyaltyKeys keys;

  RoyaltyVerification(RoyaltyRegister register, RoyaltyRuns runs, RoyaltyKeys keys) {
    this.register = register;
    this.runs = runs;
    this.keys = keys;
  }

  /** One verdict a receipt, in order. */
  List<RoyaltyVerdict> verify(String tenant, List<RoyaltyReceipt> receipts) {
    Set<Fee> seen = new HashSet<>();
    List<RoyaltyVerdict> verdicts = new ArrayList<>();
    for (RoyaltyReceipt receipt : receipts) {
      Outcome outcome = outcome(tenant, receipt);
      if (outcome == Outcome.VALID && !seen.add(new Fee(receipt.runId(), receipt.feeId()))) {
        outcome = Outcome.DUPLICATE;
      }
      verdicts.add(new RoyaltyVerdict(receipt.runId(), receipt.feeId(), outcome));
    }
    return verdicts;
  }

  private Outcome outcome(String tenant, RoyaltyReceipt receipt) {
    Optional<glassbox.ledger.royalty.RoyaltyReceipt> stated = stated(receipt);
    if (stated.isEmpty() || !signed(stated.get(), receipt)) {
      return Outcome.FORGED;
    }
    if (!register
        .find(tenant, receipt.runId(), receipt.feeId())
        .filter(receipt::equals)
        .isPresent()) {
      return Outcome.NOT_ISSUED;
    }
    boolean agrees =
        runs.find(tenant, receipt.runId())
            .map(run -> agrees(stated.get(), run))
            .orElseGet(() -> isOfDropped(tenant, stated.get()));
    return agrees ? Outcome.VALID : Outcome.RECORD_MISMATCH;
  }

  /** The shares of a dropped run are gone; the register and the log still say what it was. */
  private boolean isOfDropped(String tenant, glassbox.ledger.royalty.RoyaltyReceipt stated) {
    return runs.hashOfDropped(tenant, stated.runId())
        .filter(stated.recordHash()::equals)
        .isPresent();
  }

  /** Empty if it does not add up or breaks a rule: we issue no such thing. */
  private static Optional<glassbox.ledger.royalty.RoyaltyReceipt> stated(RoyaltyReceipt receipt) {
    try {
      return Optional.of(
          new glassbox.ledger.royalty.RoyaltyReceipt(
              receipt.runId(),
              receipt.recordHash(),
              receipt.feeId(),
              receipt.fee(),
              receipt.currency(),
              receipt.issuedAt(),
              receipt.parts().stream()
                  .map(p -> new RoyaltyPart(p.specialist(), p.weight(), p.trainer(), p.host()))
                  .toList()));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private boolean signed(glassbox.ledger.royalty.RoyaltyReceipt stated, RoyaltyReceipt receipt) {
    try {
      byte[] signature = Base64.getDecoder().decode(receipt.signature());
      return keys.verifier(receipt.keyId())
          .filter(verifier -> verifier.verifies(stated, signature))
          .isPresent();
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static boolean agrees(
      glassbox.ledger.royalty.RoyaltyReceipt stated,
      glassbox.ledger.royalty.RoyaltyReceipt.Run run) {
    return stated.recordHash().equals(run.recordHash())
        && Set.copyOf(stated.claims()).equals(Set.copyOf(run.claims()));
  }

  private record Fee(UUID runId, String feeId) {}
}
