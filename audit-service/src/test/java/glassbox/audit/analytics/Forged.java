package glassbox.audit.analytics;

import glassbox.contracts.analytics.RoyaltyPart;
import glassbox.contracts.analytics.RoyaltyReceipt;
import glassbox.ledger.royalty.RoyaltyKey;
import java.util.Base64;
import java.util.List;

/** Receipts that look like the real ones. */
final class Forged {
  private Forged() {}

  static RoyaltyReceipt with(
      RoyaltyReceipt r, long fee, List<RoyaltyPart> parts, String signature) {
    return new RoyaltyReceipt(
        r.runId(),
        r.recordHash(),
        r.feeId(),
        fee,
        r.currency(),
        r.issuedAt(),
        parts,
        r.keyId(),
        signature);
  }

  /** The same receipt under the signature of this key. */
  static RoyaltyReceipt signedBy(RoyaltyKey key, RoyaltyReceipt r) {
    var stated =
        new glassbox.ledger.royalty.RoyaltyReceipt(
            r.runId(),
            r.recordHash(),
            r.feeId(),
            r.fee(),
            r.currency(),
            r.issuedAt(),
            r.parts().stream()
                .map(
                    p ->
                        new glassbox.ledger.royalty.RoyaltyPart(
                            p.specialist(), p.weight(), p.trainer(), p.host()))
                .toList());
    return new RoyaltyReceipt(
        r.runId(),
        r.recordHash(),
        r.feeId(),
        r.fee(),
        r.currency(),
        r.issuedAt(),
        r.parts(),
        key.verifier().id(),
        Base64.getEncoder().encodeToString(key.sign(stated)));
  }
}
