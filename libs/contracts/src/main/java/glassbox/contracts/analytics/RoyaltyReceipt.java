package glassbox.contracts.analytics;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A signed receipt of a fee's split. What is signed: docs/analytics.md.
 *
 * @param runId the run
 * @param recordHash hex SHA-256 of its canonical envelope
 * @param feeId names the fee within the run
 * @param fee minor units
 * @param currency ISO 4217
 * @param issuedAt when it was issued, whole milliseconds
 * @param parts in order of specialist; all amounts sum to {@code fee}
 * @param keyId of the key that signed
 * @param signature base64 of the 64-byte Ed25519 signature
 */
public record RoyaltyReceipt(
    UUID runId,
    String recordHash,
    String feeId,
    long fee,
    String currency,
    Instant issuedAt,
    List<RoyaltyPart> parts,
    String keyId,
    String signature) {
  public RoyaltyReceipt {
    parts = List.copyOf(parts);
  }
}
