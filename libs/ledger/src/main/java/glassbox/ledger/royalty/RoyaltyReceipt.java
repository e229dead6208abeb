package glassbox.ledger.royalty;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What is owed to whom for one fee of one run. A value of this type adds up: its parts are the
 * split of its fee by its weights.
 *
 * @param runId the run
 * @param recordHash hex SHA-256 of the run's canonical envelope
 * @param feeId names the fee within the run: 1 to 100 of A-Z a-z 0-9 . _ : -
 * @param fee minor units, at least 1
 * @param currency three capital letters (ISO 4217)
 * @param issuedAt when it was issued
 * @param parts in order of specialist
 */
public record RoyaltyReceipt(
    UUID runId,
    String recordHash,
    String feeId,
    long fee,
    String currency,
    Instant issuedAt,
    List<RoyaltyPart> parts) {

  /** Rule of {@code feeId}. */
  public static final String FEE_ID = "[A-Za-z0-9._:-]{1,100}";

  /** Rule of {@code currency}. */
  public static final String CURRENCY = "[A-Z]{3}";

  private static final String DOMAIN = "glassbox/royalty-receipt/v1";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,200}");

  /**
   * Checks the receipt.
   *
   * @throws IllegalArgumentException if a field breaks its rule or the parts are not the split
   */
  public RoyaltyReceipt {
    parts = List.copyOf(parts);
    require(HASH.matcher(recordHash).matches(), "record hash");
    require(feeId.matches(FEE_ID), "fee id");
    require(currency.matches(CURRENCY), "currency");
    require(parts.stream().allMatch(p -> NAME.matcher(p.specialist()).matches()), "specialist");
    require(parts.equals(RoyaltySplit.of(fee, claims(parts))), "split");
  }

  /** The receipt of a fee, split. */
  public static RoyaltyReceipt of(
      Run run, String feeId, long fee, String currency, Instant issuedAt) {
    return new RoyaltyReceipt(
        run.id(),
        run.recordHash(),
        feeId,
        fee,
        currency,
        issuedAt,
        RoyaltySplit.of(fee, run.claims()));
  }

  /** A recorded run with the measured shares of its answer. */
  public record Run(UUID id, String recordHash, List<RoyaltyClaim> claims) {
    public Run {
      claims = List.copyOf(claims);
    }
  }

  /** The shares behind the parts. */
  public List<RoyaltyClaim> claims() {
    return claims(parts);
  }

  private static List<RoyaltyClaim> claims(List<RoyaltyPart> parts) {
    return parts.stream().map(p -> new RoyaltyClaim(p.specialist(), p.weight())).toList();
  }

  /**
   * The bytes that are signed: UTF-8 lines, each ended by a line feed, fields apart by one space.
   * Fields have no line feed, and only the last of a line may have spaces: two receipts never have
   * the same bytes.
   */
  public byte[] signedBytes() {
    StringBuilder text = new StringBuilder(DOMAIN).append('\n');
    line(text, "run", runId);
    line(text, "record", recordHash);
    line(text, "fee", feeId, fee, currency);
    line(text, "issued", issuedAt);
    for (RoyaltyPart part : parts) {
      line(text, "part", part.weight(), part.trainer(), part.host(), part.specialist());
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, String name, Object... fields) {
    text.append(name);
    for (Object field : fields) {
      text.append(' ').append(field);
    }
    text.append('\n');
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("not a receipt: " + what);
    }
  }
}
