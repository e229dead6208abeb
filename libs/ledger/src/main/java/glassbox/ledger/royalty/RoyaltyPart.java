package glassbox.ledger.royalty;

/**
 * What a specialist's two parties get of a fee, in minor units of its currency.
 *
 * @param specialist registry alias
 * @param weight the share it is for, in units of {@link RoyaltyClaim#UNIT}
 * @param trainer amount of who trained it
 * @param host amount of who runs it
 */
public record RoyaltyPart(String specialist, long weight, long trainer, long host) {
  public RoyaltyPart {
    if (weight < 0 || trainer < 0 || host < 0) {
      throw new IllegalArgumentException("no part of a royalty is negative");
    }
  }
}
