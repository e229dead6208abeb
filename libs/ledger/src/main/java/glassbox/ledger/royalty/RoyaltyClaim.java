package glassbox.ledger.royalty;

/**
 * What a specialist may claim of a fee.
 *
 * @param specialist registry alias
 * @param weight its measured share in units of {@link #UNIT}, at least 0
 */
public record RoyaltyClaim(String specialist, long weight) {
  /** One whole share: weights are whole numbers, so that anybody can split again exactly. */
  public static final long UNIT = 1_000_000_000_000L;

  public RoyaltyClaim {
    if (weight < 0) {
      throw new IllegalArgumentException("a weight must not be negative");
    }
  }

  /**
   * The claim of a share.
   *
   * @param share in [0, 1]
   */
  public static RoyaltyClaim ofShare(String specialist, double share) {
    if (!(share >= 0 && share <= 1 + 1e-9)) {
      throw new IllegalArgumentException("a share must be 0 to 1");
    }
    return new RoyaltyClaim(specialist, Math.round(share * UNIT));
  }
}
